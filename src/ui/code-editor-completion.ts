import { autocompletion, completeFromList, ifNotIn, type Completion, type CompletionSource } from '@codemirror/autocomplete';
import { localCompletionSource as scriptNames, scopeCompletionSource } from '@codemirror/lang-javascript';
import { globalCompletion, localCompletionSource as pythonNames } from '@codemirror/lang-python';
import type { Extension } from '@codemirror/state';
import type { CodeLanguage } from '../../db/models/enums.ts';

/**
 * Completes the file's own names, the language's words and its builtins; nothing is chosen until an arrow or Tab
 * chooses it, so that Enter stays a new line. No snippets: they would write what is to be learnt.
 */
export function completion(language: CodeLanguage | null): Extension {
  if (language === null) return [];
  const override = language === 'python' ? PYTHON : language === 'javascript' ? JAVASCRIPT : TYPESCRIPT;
  return autocompletion({ override: [...override], selectOnOpen: false, icons: false, maxRenderedOptions: 40 });
}

const words = (text: string): Completion[] => text.split(' ').map((label) => ({ label, type: 'keyword' }));

/** Where a name is no word of the language: in text, in comments, after a dot, where something is given its name. */
const NOT_IN_PYTHON = ['String', 'FormatString', 'Comment', 'PropertyName', '.'];
const NOT_IN_SCRIPT = [
  ...['String', 'TemplateString', 'RegExp', 'LineComment', 'BlockComment', 'JSXText', 'JSXAttributeValue'],
  ...['VariableDefinition', 'TypeDefinition', 'Label', 'PropertyDefinition', 'PropertyName', 'PrivatePropertyName', '.', '?.'],
];

const PYTHON_WORDS =
  'and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield';
const SCRIPT_WORDS =
  'async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield';
const TYPE_WORDS = 'any boolean enum implements interface keyof never number private protected public readonly string type unknown';

/** Python's builtins without the snippets that come with them. */
const pythonBuiltins: CompletionSource = async (context) => {
  const found = await globalCompletion(context);
  return found === null ? null : { ...found, options: found.options.filter(({ apply, label }) => apply === undefined && !label.startsWith('__')) };
};

/** What every engine has: the page's own globals are none of a learner's program. */
const builtins: object = Object.assign(Object.create(null) as object, {
  ...{ Array, BigInt, Boolean, Date, Error, JSON, Map, Math, Number, Object, Promise, RangeError, RegExp, Set, String, Symbol, TypeError },
  ...{ WeakMap, WeakSet, Infinity, NaN, console, isFinite, isNaN, parseFloat, parseInt, structuredClone },
});

const PYTHON = [pythonNames, pythonBuiltins, ifNotIn(NOT_IN_PYTHON, completeFromList(words(PYTHON_WORDS)))];
const JAVASCRIPT = [scriptNames, scopeCompletionSource(builtins), ifNotIn(NOT_IN_SCRIPT, completeFromList(words(SCRIPT_WORDS)))];
const TYPESCRIPT = [...JAVASCRIPT, ifNotIn(NOT_IN_SCRIPT, completeFromList(words(TYPE_WORDS)))];
