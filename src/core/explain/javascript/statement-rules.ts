import { groupsOf, type Rule } from '../rule.ts';
import { KEYWORDS } from './known-names.ts';
import { classAround } from './names.ts';
import { broken, brokenIn, openAround, told, written } from './syntax.ts';
import { partnerOf } from './brackets.ts';
import { tokenAt } from './tokens.ts';

/** Conditions, loops, functions and classes that are put together wrongly. */
export const STATEMENT_RULES: readonly Rule[] = [
  written('declaration-needs-braces', /(?:\)|\belse)\s*(?:let|const|class)\s/),
  written('else-if-without-condition', /\belse\s+if\s*\{/),
  written('condition-without-brackets', /(?<!\b(?:let|const|var|function|class)\s)(?<![\w$.])(?<word>if|while|switch|for)\s+(?!await\b)[^(\s]/),
  written('else-with-condition', /\belse\s*\((?<condition>[^{};]*)\)\s*(?:\{|;|\w)/),
  broken('else-after-semicolon', ({ tokens, from, to }) => {
    const at = tokens.findIndex(({ text }, index) => index >= from && index < to && text === 'else');
    return at > 0 && tokens[at - 1]?.text === ';' && tokens[at - 2]?.text === '}' ? {} : null;
  }),
  broken('brace-before-else', ({ tokens, from }) => {
    const around = tokens[from]?.text === 'else' && tokens[from - 1]?.text !== '}' ? openAround(tokens, from) : null;
    const close = around?.text === '{' ? tokens.indexOf(around) - 1 : -1;
    const isIf = tokens[close]?.text === ')' && tokens[partnerOf(tokens, close) - 1]?.text === 'if';
    return isIf && around !== null ? { line: around.line } : null;
  }),
  written('semicolon-before-else', /\)\s*else\b/),
  broken('else-alone', ({ tokens, from, to }, { message }) => {
    const at = tokens.findIndex(({ text }, index) => index >= from && index < to && text === 'else');
    return at !== -1 && message.startsWith("Unexpected token") && !/\bif\b/.test(tokens.slice(at, to).map(({ text }) => text).join(' ')) && tokens[at - 1]?.text !== '}' ? {} : null;
  }),
  broken('catch-alone', ({ tokens, from, to }) => {
    const at = tokens.findIndex(({ text }, index) => index >= from && index < to && (text === 'catch' || text === 'finally'));
    return at !== -1 && tokens[at - 1]?.text !== '}' && tokens[at - 1]?.text !== '.' ? { word: tokens[at]?.text ?? '' } : null;
  }),
  written('catch-without-brackets', /\bcatch\s+(?<name>[\w$]+)\s*\{/),
  written('for-with-commas', /\bfor\s*\(\s*(?:let|var)?\s*[\w$]+\s*=\s*[^;]+,[^;]+,[^;]+\)/),
  told('for-parts', /^Unexpected token, expected ";"$/, /\bfor\s*\((?:let|var|const)?[^;]*;[^;]*\)/),
  written('for-without-let-of', /\bfor\s*\(\s*(?:(?:let|const|var)\s+)?[\w$]+\s*:\s*[\w$[]/),
  broken('head-not-closed', ({ tokens, from, to, balance: { suspect, mismatch } }) => {
    for (let at = from; at < to; at++) {
      const word = tokenAt(tokens, at).text;
      if (!HEADS.includes(word) || tokens[at + 1]?.text !== '(') continue;
      const close = partnerOf(tokens, at + 1);
      if (close === -1 || tokenAt(tokens, close).line > tokenAt(tokens, at).line) return { word };
    }
    const open = mismatch?.open ?? suspect;
    const word = open?.text === '(' ? (tokens[tokens.indexOf(open) - 1]?.text ?? '') : '';
    return HEADS.includes(word) ? { word } : null;
  }),
  written('condition-empty', /\b(?<word>if|while|for|switch)\s*\(\s*\)/),
  broken('case-without-colon', ({ code, line }, { message, lines }) =>
    message.endsWith('expected ":"') && /\b(?:case|default)\b/.test(`${lines[line - 2] ?? ''} ${code}`) ? {} : null,
  ),
  written('function-without-name', /^\s*(?:async\s+)?function\s*\*?\s*\(/),
  written('function-brackets-missing', /\bfunction\s*\{/),
  written('function-without-brackets', /\bfunction\s+(?<name>[\w$]+)\s*(?:\{|=>)/),
  written('function-named-with-arrow', /\bfunction\s*[\w$]*\s*\([^)]*\)\s*=>/),
  written('body-without-braces', /\bfunction\s*[\w$]*\s*\([^)]*\)\s*(?:return\b|:|;|=|\w|$)/),
  broken('body-without-braces-above', ({ line }, { message, lines }) => {
    const [, name] = /\bfunction\s*([\w$]+)\s*\([^)]*\)\s*$/.exec(lines[line - 2] ?? '') ?? [];
    return name !== undefined && message.endsWith('expected "{"') ? { name, line: line - 1 } : null;
  }),
  written('parameter-with-let', /(?<!\bfor\s?)\([^()]*\b(?<word>let|const|var|int|string|String|number)\s+(?<name>[\w$]+)\s*[,)=]/),
  written('parameter-is-value', /\bfunction\s*[\w$]*\s*\((?:[^)]*,)?\s*(?<value>""|\d[\w.]*)/),
  written('arrow-split', /\)\s*=\s+>|=\s>\s/),
  written('arrow-thin', /(?:\)|[\w$])\s*->/),
  written('arrow-missing', /(?:=|\(|,)\s*(?:async\s*)?\([\w$\s,={}[\]]*\)\s*\{/),
  written('arrow-without-parameters', /[=(,:]\s*=>\s*/),
  written('arrow-parameters-without-brackets', /=\s*[\w$]+\s*,\s*[\w$]+\s*=>/),
  written('arrow-gives-object', /=>\s*\{\s*[\w$]+\s*:[^;]*,\s*[\w$]+\s*:/),
  written('const-function-without-arrow', /^\s*(?<word>let|const|var)\s+(?<name>[\w$]+)\s*\([^)]*\)\s*(?:\{|=)/),
  written('async-without-function', /^\s*async\s+(?<name>[\w$]+)\s*\(/),
  written('export-without-const', /^\s*export\s+(?!default|const|let|var|function|class|async|type|interface|enum|\{|\*)(?<name>[\w$]+)\s*=/),
  written('export-default-const', /^\s*export\s+default\s+(?<word>const|let|var)\b/),
  broken('import-file-without-quotes', (_, { source }) => groupsOf(/\bimport\b.*\bfrom\s+(?<name>[\w$./][^\s;'"]*)/.exec(source))),
  written('import-incomplete', /^\s*import\b/),
  written('constructor-without-brackets', /^\s*(?:class\b.*\{\s*)?constructor\s*\{/),
  written('extends-without-name', /\bextends\s*\{/),
  broken('method-without-brackets', (own) => {
    const [, name] = /^\s*(?!static\b)([\w$]+)\s*\{/.exec(own.code) ?? [];
    return name !== undefined && isInClass(own.tokens, own.from, own.to) ? { name } : null;
  }),
  broken(
    'brace-before-method',
    ({ tokens, code, line, balance: { suspect } }, { lines }) => {
      const [, name] = /^\s*(?:async\s+)?([\w$]+)\s*\([^;{}]*\)\s*\{/.exec(code) ?? [];
      const isMethod = name !== undefined && !KEYWORDS.includes(name) && tokens.some(({ text, line: at }) => text === 'class' && at < line);
      return isMethod && suspect?.text === '{' && suspect.line < line && classAround(lines, line) !== null ? { name, line: suspect.line } : null;
    },
    (seen) => {
      const line = brokenIn(seen).balance.suspect?.line;
      return line === undefined || seen.place === null ? null : { ...seen.place, line };
    },
  ),
  broken('let-in-class', (own, seen) => (isInClass(own.tokens, own.from, own.to) && /^\s*(?:class\b.*\{\s*)?(?:let|const|var)\s/.test(seen.source) ? { word: /let|const|var/.exec(seen.source)?.[0] ?? '' } : null)),
  broken('function-in-class', (own) => (isInClass(own.tokens, own.from, own.to) && /\bfunction\s+[\w$]+\s*\(/.test(own.code) ? { name: /\bfunction\s+([\w$]+)/.exec(own.code)?.[1] ?? '' } : null)),
  broken('field-with-colon', (own) => (isInClass(own.tokens, own.from, own.to) && /(?:^|\{)\s*[\w$]+\s*:/.test(own.code) ? { name: /([\w$]+)\s*:/.exec(own.code)?.[1] ?? '' } : null)),
  broken('statement-in-class', (own) => (isInClass(own.tokens, own.from, own.to) && /(?:^|\{)\s*this\./.test(own.code) ? {} : null)),
  broken('comma-between-methods', ({ tokens, from, to }) => {
    const at = tokens.findIndex(({ text }, index) => index >= from && index < to && text === ',');
    return at > 0 && tokens[at - 1]?.text === '}' && isInClass(tokens, at, at + 1) ? {} : null;
  }),
  written('block-behind-method', /\.(?<method>\w+)\s*\([\w$,\s]*\)\s*\{/),
  written('brace-behind-call', /(?:^|[;{}])\s*(?!(?:if|for|while|switch|function|catch|with|else|constructor|get|set|static|async)\b)(?<name>[\w$]+)\s*\([^;{}]*\)\s*\{/),
];

const HEADS = ['if', 'while', 'for', 'switch'];

/** Directly between the braces of a class, at one of these tokens. */
function isInClass(tokens: Parameters<typeof partnerOf>[0], from: number, to: number): boolean {
  return tokens.some((token, at) => {
    if (token.text !== 'class' || at >= to) return false;
    let open = at;
    while (open < tokens.length && tokens[open]?.text !== '{') open++;
    let depth = 0;
    for (let index = open; index < Math.max(from, open + 1); index++) depth += tokens[index]?.text === '{' ? 1 : tokens[index]?.text === '}' ? -1 : 0;
    return depth === 1;
  });
}
