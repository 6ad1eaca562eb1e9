import type { Rule } from '../rule.ts';
import type { Place, SeenError } from '../seen-error.ts';
import { broken, brokenIn, type Broken } from './syntax.ts';
import type { Token } from './tokens.ts';

/** Quotes, and characters that mean nothing in JavaScript. */
export const TEXT_RULES: readonly Rule[] = [
  broken('curly-quotes', (_, { source }) => {
    const [quote] = /[“”„‟‘’‚«»]/.exec(outsideTexts(source)) ?? [];
    return quote === undefined ? null : { quote };
  }),
  broken('apostrophe-ends-text', ({ tokens, from, to }) => {
    for (let at = from; at < to - 1; at++) {
      const [text, next] = [tokens[at], tokens[at + 1]];
      const isSplit = text?.kind === 'string' && next?.kind === 'name' && next.from === text.to && /[\p{L}]['"]$/u.test(text.text);
      if (isSplit) return { quote: text.text.slice(-1), word: (/[\p{L}]+$/u.exec(text.text.slice(0, -1))?.[0] ?? '') + text.text.slice(-1) + next.text };
    }
    return null;
  }),
  broken('quotes-inside-text', ({ tokens, from, to }) => {
    for (let at = from; at < to - 2; at++) {
      const [text, word, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
      if (text?.kind === 'string' && word?.kind === 'name' && next?.kind === 'string' && word.from === text.to) return { word: word.text, quote: text.text.slice(0, 1) };
    }
    return null;
  }),
  broken('quotes-differ', ({ tokens, from, to }) => {
    const open = tokens.slice(from, to).find(({ kind, isOpen }) => kind === 'string' && isOpen);
    const quote = open?.text.slice(0, 1) ?? '';
    const other = quote === '"' ? "'" : '"';
    return open?.text.slice(1).includes(other) === true ? { quote, other } : null;
  }),
  broken('docstring', (_, { source }) => (/'''|"""/.test(source) ? {} : null)),
  broken(
    'text-over-lines',
    (own, { lines }) => {
      const open = openText(own);
      const quote = open?.text.slice(0, 1) ?? '';
      const isMeant = open !== null && /[\p{L},]$/u.test(open.text) && lines.slice(open.line, open.line + 4).some((one) => hasOdd(one, quote));
      return isMeant ? { quote } : null;
    },
    atOpenText,
  ),
  broken(
    'text-not-closed',
    (own) => {
      const open = openText(own);
      return open === null ? null : { quote: open.text.slice(0, 1), line: open.line };
    },
    atOpenText,
  ),
  broken(
    'template-not-closed',
    ({ tokens }) => (tokens.some(({ kind, isOpen }) => kind === 'template' && isOpen) ? {} : null),
    (seen) => {
      const open = brokenIn(seen).tokens.find(({ kind, isOpen }) => kind === 'template' && isOpen);
      return open === undefined || seen.place === null ? null : { ...seen.place, line: open.line };
    },
  ),
  broken(
    'comment-not-closed',
    ({ tokens }) => {
      const open = tokens.find(({ kind, isOpen }) => kind === 'comment' && isOpen);
      return open === undefined ? null : { line: open.line };
    },
    (seen) => {
      const open = brokenIn(seen).tokens.find(({ kind, isOpen }) => kind === 'comment' && isOpen);
      return open === undefined || seen.place === null ? null : { ...seen.place, line: open.line };
    },
  ),
  broken('pattern-not-closed', (_, { message }) => (/^Unterminated regular expression|^Invalid regular expression: missing/.test(message) ? {} : null)),
  broken('hash-comment', (_, { source }) => (/^\s*#(?![\w$]+\s*[=(;])|\s#\s/.test(source) ? {} : null)),
  broken('backslash', ({ tokens, from, to }) => (tokens.slice(from, to).some(({ kind, text }) => kind === 'stray' && text === '\\') ? {} : null)),
  broken('sign-from-elsewhere', ({ tokens, from, to }) => {
    const stray = tokens.slice(from, to).find(({ kind, text }) => kind === 'stray' && text in SIGNS);
    return stray === undefined ? null : { sign: stray.text, instead: SIGNS[stray.text] ?? '' };
  }),
  broken('stray-character', ({ tokens, from, to }) => {
    const stray = tokens.slice(from, to).find(({ kind }) => kind === 'stray');
    return stray === undefined ? null : { sign: stray.text };
  }),
];

/** The first text that nothing closes, up to the line where the reader stopped. */
const openText = ({ tokens, line }: Broken): Token | null => tokens.find((token) => token.kind === 'string' && token.isOpen && token.line <= line) ?? null;

function atOpenText(seen: SeenError): Place | null {
  const open = openText(brokenIn(seen));
  return open === null || seen.place === null ? null : { ...seen.place, line: open.line };
}

const SIGNS: Readonly<Record<string, string>> = {
  '×': '*', '÷': '/', '–': '-', '—': '-', '−': '-', '≤': '<=', '≥': '>=', '≠': '!==', '→': '=>', '…': '...', '；': ';', '，': ',', '：': ':', '（': '(', '）': ')', '·': '*', '∙': '*', '²': '** 2', '³': '** 3',
};

/** A line without its complete texts. */
const outsideTexts = (line: string): string => line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\/\/.*$/g, '');

const hasOdd = (line: string, quote: string): boolean => line.split(quote).length % 2 === 0;
