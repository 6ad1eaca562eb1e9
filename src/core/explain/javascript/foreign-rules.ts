import type { Rule } from '../rule.ts';
import { nearestName } from '../nearest-name.ts';
import { INSTEAD } from './foreign-names.ts';
import { KEYWORDS, RESERVED } from './known-names.ts';
import { broken, written } from './syntax.ts';

/** The grammar of other languages, and words of this one misspelt. */
export const FOREIGN_RULES: readonly Rule[] = [
  broken('words-are-no-code', ({ tokens, from, to }) => {
    const isWord = tokens.slice(from, to).map(({ kind, text }) => kind === 'name' && !KEYWORDS.includes(text));
    return !KEYWORDS.includes(tokens[from]?.text ?? '') && isWord.some((_, at) => isWord[at] === true && isWord[at + 1] === true && isWord[at + 2] === true) ? {} : null;
  }),
  broken('types-in-javascript', ({ code }, { language }) => {
    if (language === 'typescript') return null;
    const [, name, type] = /(?:\b(?:let|const|var)\s+|[(,]\s*)([\w$]+)\??\s*:\s*((?:string|number|boolean|any|void|object|unknown|never)\b(?:\[\])?|[A-Z]\w*(?:\[\]|<[^>]*>)?(?=\s*[=,)]))/.exec(code) ?? [];
    if (name !== undefined && type !== undefined && !/\{[^}]*$/.test(code.split(name)[0] ?? '')) return { name, type };
    const [, returns] = /\)\s*:\s*(string|number|boolean|any|void|\w+\[\])\s*(?:\{|=>)/.exec(code) ?? [];
    return returns === undefined ? null : { name: ')', type: returns };
  }),
  broken('interface-in-javascript', ({ code }, { language }) =>
    language === 'javascript' && /^\s*(?:export\s+)?(?:interface\s+\w+\s*(?:extends\s+\w+\s*)?\{|type\s+\w+\s*=|enum\s+\w+\s*\{)/.test(code) ? { word: /interface|type|enum/.exec(code)?.[0] ?? '' } : null,
  ),
  written('html-in-javascript', /(?:^|[=(]\s*|return\s+)<\/?(?<tag>[a-zA-Z][\w-]*)(?:\s[^<>]*)?\/?>/),
  written('elif', /(?:^|\})\s*(?<word>elif|elsif|elseif|elseIf|ElseIf|Elif)\b/),
  written('python-function', /^\s*(?<word>def|func|fn|fun|sub|method|procedure|lambda)\s+(?<name>[\w$]+)/),
  written('python-block', /^\s*(?<word>if|else|while|for|class|try|elif|except|finally)\b[^{?]*:\s*$/),
  written('for-in-range', /\bfor\s+\(?\s*(?:let\s+|const\s+|var\s+)?(?<name>[\w$]+)\s+in\s+range\b/),
  written('for-each-word', /^\s*(?:for\s*each|foreach|forEach|ForEach)\s*\(/),
  written('word-operator', /(?:[\w$)\]]|"")\s+(?<word>and|or|is)\s+(?:not\s+)?[\w$("!]/),
  written('word-not', /[(=&|]\s*(?<word>not)\s+[\w$("]/),
  written('then', /\b(?:if|while)\b.*\)\s*(?<word>then|do)\b/),
  written('except', /(?:^|\})\s*(?<word>except|rescue|ensure)\b/),
  written('inherits', /\bclass\s+(?<name>[\w$]+)\s*(?:(?:inherits|inherit|extend|implements)\b|:|\()/),
  written('until', /(?:^|\})\s*until\b/),
  written('print-statement', /^\s*(?<word>print|puts|echo|alert|prompt|console\.\w+)\s+(?:""|``|[\w$])/),
  broken('value-if-else', ({ code }) => (/=.*\s(?:if)\s.*\selse\s/.test(code) ? {} : null)),
  written('formatted-text', /(?<![\w$.])(?<letter>[fFrRbB])""/),
  broken('type-before-name', ({ code }) => {
    const [, type, name] = /^\s*(?:(?:let|const|var)\s+)?(int|float|double|string|String|char|bool|boolean|auto|number|Number|str|long|Integer|void|dim|Dim)(?:\[\])?\s+([\w$]+)\s*(?:[=;(]|$)/.exec(code) ?? [];
    return type === undefined || name === undefined ? null : { type, name };
  }),
  broken('keyword-wrong-case', ({ tokens, from, to }) => {
    for (let at = from; at < to; at++) {
      const { kind, text } = tokens[at] ?? { kind: 'sign', text: '' };
      const meant = kind === 'name' && tokens[at - 1]?.text !== '.' ? KEYWORDS.find((word) => word !== text && word === text.toLowerCase()) : undefined;
      if (meant !== undefined) return { word: text, meant };
    }
    return null;
  }),
  broken('keyword-misspelt', ({ tokens, from, to }) => {
    for (let at = from; at < to; at++) {
      const token = tokens[at];
      const next = tokens[at + 1];
      const begins = at === 0 || ['{', '}', ';', ')', 'else', 'export', 'async'].includes(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.line !== token?.line;
      if (token?.kind !== 'name' || RESERVED.includes(token.text) || !begins) continue;
      const goesOn = next?.line === token.line && (['name', 'number', 'string', 'template'].includes(next.kind) || ['(', '{'].includes(next.text));
      const meant = goesOn && at !== to - 1 ? nearestName(token.text, KEYWORDS) : null;
      if (meant !== null) return { word: token.text, meant };
    }
    return null;
  }),
  broken('word-of-other-language', ({ tokens, from, clash }) => {
    const word = tokens[clash]?.text ?? '';
    const before = tokens[clash - 1]?.text ?? '';
    const found = [word, before].find((one) => Object.hasOwn(INSTEAD, one) && (clash - 1 === from || one === word));
    return found === undefined ? null : { word: found, instead: INSTEAD[found] ?? '' };
  }),
];
