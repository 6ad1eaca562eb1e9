import type { CodeLanguage } from '../../../db/models/enums.ts';
import { findConstructs } from '../../../src/core/constructs/find.ts';
import { childrenOf, parse, type SyntaxNode } from '../../../src/core/constructs/syntax.ts';
import * as javascript from './features-javascript.ts';
import * as python from './features-python.ts';
import { isOfTheLanguage } from './names-of-languages.ts';

/**
 * What a reader must have been taught to understand a program. THE LIST, for the tables beside this file:
 *
 * Both languages
 *   `if` `else` `for` `while` `break` `continue` `function` `return` `recursion` `class` `try` `finally` `generator` `await`
 *   `conditional expression` `spread` `regex`
 *   `operator:+` and so on for each (`operator:==` `operator:and` `operator:not in` `operator:&&` `operator:+=`; a minus before
 *      a single value is `operator:-` too)
 *   `call:print` `call:len` `call:parseInt`: what the language itself calls so. The program's own functions are no features.
 *   `call:random.randint` `call:Math.max` `call:console.log`: what belongs to a module or to a thing of the language's own
 *   `method:append` `method:push`: of anything else, unless the program defines a method of that name itself
 *   `string` `boolean` `comment` `escape` (`\n` in a string) `assignment` `subscript` (`x[0]`) `attribute` (`x.y`, not called)
 *   `default parameter` `nested function` `nested loop` `nested if` (an `if` in an `if`; not `elif`, not `else if`)
 *   `async` `label` `inheritance`
 * Python
 *   `int` `float` `underscore in number` `triple-quoted string` `raw string` `bytes` `adjacent strings` (`"a" "b"`) `None`
 *   `list` `tuple` `dict` `set` `f-string` `format spec` (`{x:.2f}`) `format conversion` (`{x!r}`) `self-documenting` (`{x=}`)
 *   `elif` `loop else` `try else` `several excepts` `raise` `match` `with` `assert` `pass` `del` `lambda` `comprehension`
 *   `decorator` `global` (and `nonlocal`) `slice` `several targets` (`a, b = …`, `for a, b in …`) `chained assignment` (`a = b = 0`)
 *   `chained comparison` (`0 < x < 9`) `keyword argument` `star parameter` (`*args`, `**more`) `docstring` `type annotation`
 *   `import:random` (alike for `from random import …`, which is `from import` too) `import` (of the exercise's own files)
 * JavaScript
 *   `number` `BigInt` `null` `undefined` `array` `object` `template` `tagged template` `let` `const` `var` `do` `for of` `for in`
 *   `for await` `switch` `throw` `new` `this` `super` `delete` `optional chaining` `arrow function` `function expression`
 *   `destructuring` `destructuring default` `rest` (`...xs` where something is taken in; `spread` where it is given out)
 *   `shorthand property` `computed key` `method shorthand` `getter` `setter` `static` `class field` `private field`
 *   `catch without a name` `comma operator` `export` `export default` `import` `import:MODULE` (none of the exercise's own files)
 *
 * Of several names of the vocabulary for one thing the plainest is kept: `loop` goes with `for` and `while` and is not
 * told, neither is `anonymous function`; nor are, in Python, `template`, `throw` and `switch`.
 */
export interface Feature {
  readonly name: string;
  /** Offset into the text. */
  readonly at: number;
}

/** What belongs to whoever wrote the program, and needs no teaching. */
export interface Own {
  /** Names of functions and classes. */
  readonly names: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  /** Modules of Python that are files beside it. */
  readonly modules: ReadonlySet<string>;
}

export function featuresOf(language: CodeLanguage, written: string, own: Own = NOTHING): readonly Feature[] {
  const { text, gaps } = withoutGaps(written);
  const tree = parse(language, FILES[language], text);
  const isPython = language === 'python';
  const mine = merged(own, ownIn(text, tree.topNode));
  const extras: Feature[] = [];
  // A faulty program has a tree too, with gaps: what it makes sense of is told.
  tree.iterate({
    enter: ({ node }) => {
      const { PLAIN, special } = isPython ? python : javascript;
      const plain = PLAIN[node.name];
      const names = special(node, text.slice(node.from, node.to));
      extras.push(...[...(plain === undefined ? [] : [plain]), ...names].map((name) => ({ name, at: node.from })));
    },
  });
  const found = findConstructs(language, FILES[language], text).filter(({ isOwn, at }) => !isOwn && !gaps.has(at));
  const dotted = new Set(found.flatMap(({ construct, at }) => (isDottedCall(construct, language, text, at) ? [`${at} ${lastOf(construct)}`] : [])));
  const plain = found.filter(({ construct, at }) => {
    if (/^(?:call|import):/.test(construct) && mine.modules.has(argumentOf(construct).split('.')[0] ?? '')) return false;
    if (construct.startsWith('method:')) return !mine.methods.has(argumentOf(construct)) && !dotted.has(`${at} ${argumentOf(construct)}`);
    if (!construct.startsWith('call:')) return !SAME_AS_ANOTHER[isPython ? 'python' : 'javascript'].has(construct);
    if (construct.includes('.')) return isDottedCall(construct, language, text, at);
    const name = argumentOf(construct);
    return isOfTheLanguage(language, name) && !mine.names.has(name) && !dotted.has(`${at} ${name}`);
  });
  const named = plain.map(({ construct, at }) => ({ name: plainName(construct, isPython), at }));
  // The vocabulary takes `elif` for an `else`.
  const told = isPython ? named.filter(({ name, at }) => name !== 'else' || text.startsWith('else', at)) : named;
  return [...told, ...extras.filter(({ at }) => !gaps.has(at))].sort((a, b) => a.at - b.at);
}

/** Where `___` stands for an operator or a word, one is put, or the rest of the line would be read as something else. Offsets stay. */
function withoutGaps(written: string): { readonly text: string; readonly gaps: ReadonlySet<number> } {
  const gaps = new Set<number>();
  const worded = written.replace(WORD_GAP, (_, margin: string, at: number) => {
    gaps.add(at + margin.length);
    return `${margin}${/^ *___ [\w, ]+ in /.test(written.slice(at)) ? 'for' : 'if '}`;
  });
  const text = worded.replace(GAP, (_, before: string, at: number) => {
    gaps.add(at + before.length + 1);
    return `${before} +  `;
  });
  return { text, gaps };
}
/** `___ age < 18:` */
const WORD_GAP = /^([ \t]*)___(?= \w.*:[ \t]*$)/gm;
const GAP = /(\b(?!(?:if|elif|while|in|and|or|not|return|for|import|from|await|new|of|typeof|const|let) )[\w$]+|[)\]"'`]) ___(?= [\w$([{"'`-])/g;

const NOTHING: Own = { names: new Set(), methods: new Set(), modules: new Set() };
const FILES: { readonly [L in CodeLanguage]: string } = { python: 'main.py', javascript: 'main.js', typescript: 'main.ts' };
const SAME_AS_ANOTHER = {
  python: new Set(['loop', 'template', 'throw', 'switch', 'anonymous function', 'import', 'destructuring', 'operator:=']),
  javascript: new Set(['loop', 'anonymous function', 'import', 'operator:=']),
};

const argumentOf = (construct: string): string => construct.slice(construct.indexOf(':') + 1);
const lastOf = (construct: string): string => argumentOf(construct).split('.').at(-1) ?? '';

function plainName(construct: string, isPython: boolean): string {
  // One of the exercise's own files, by its path.
  return !isPython && /^import:[./]/.test(construct) ? 'import' : construct;
}

/**
 * `random.randint(` and `Math.max(`. `bill.total(` is none: whose method that is, nobody can tell. Neither is `math.pi`, which
 * is handed on and not called.
 */
function isDottedCall(construct: string, language: CodeLanguage, text: string, at: number): boolean {
  if (!construct.startsWith('call:') || !construct.includes('.')) return false;
  const [first = ''] = argumentOf(construct).split('.');
  const isKnown = language === 'python' ? new RegExp(`(?:import|from)\\s+${first}\\b`).test(text) || isOfTheLanguage(language, first) : isOfTheLanguage(language, first);
  return isKnown && /^(?:new\s+)?[\w.?\s$]+\(/.test(text.slice(at));
}

/** What a program defines itself, told roughly. */
export function ownIn(text: string, top: SyntaxNode): Own {
  const names = new Set([...text.matchAll(/\b(?:def|class|function\*?|const|let|var)\s+([\w$]+)/g)].map(([, name = '']) => name));
  const methods = new Set([...text.matchAll(/\bdef\s+(\w+)/g)].map(([, name = '']) => name));
  const visit = (node: SyntaxNode): void => {
    if (/^(?:Private)?PropertyDefinition$/.test(node.name)) methods.add(text.slice(node.from, node.to));
    if (node.name === 'MemberExpression' && node.firstChild?.name === 'this' && node.nextSibling?.name === 'Equals') methods.add(text.slice(node.lastChild?.from ?? 0, node.to));
    childrenOf(node).forEach(visit);
  };
  visit(top);
  return { names, methods, modules: new Set() };
}

const merged = (a: Own, b: Own): Own => ({
  names: new Set([...a.names, ...b.names]),
  methods: new Set([...a.methods, ...b.methods]),
  modules: new Set([...a.modules, ...b.modules]),
});

/** What several programs that stand together define, `files` by their names. */
export function ownOf(language: CodeLanguage, texts: readonly string[], files: readonly string[] = []): Own {
  const modules = new Set(files.flatMap((file) => /^(\w+)\.py$/.exec(file)?.[1] ?? []));
  return texts.map((text) => ownIn(text, parse(language, FILES[language], text).topNode)).reduce(merged, { ...NOTHING, modules });
}
