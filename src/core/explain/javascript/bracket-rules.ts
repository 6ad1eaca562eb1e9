import type { Rule } from '../rule.ts';
import type { Place, SeenError } from '../seen-error.ts';
import { closerOf } from './brackets.ts';
import { KEYWORDS } from './known-names.ts';
import { broken, brokenIn, isObject, openAround } from './syntax.ts';

/** Where the bracket stands that was not closed. */
function atOpener(seen: SeenError): Place | null {
  const { suspect, mismatch } = brokenIn(seen).balance;
  const line = mismatch?.open.line ?? suspect?.line;
  const file = seen.place?.file ?? seen.entry;
  return line === undefined ? null : { file, line };
}

/** Brackets that do not fit together, and commas between what stands in them. */
export const BRACKET_RULES: readonly Rule[] = [
  broken('bracket-wrong-kind', ({ balance: { mismatch }, line }) => {
    if (mismatch === null || mismatch.close.line > line || mismatch.open.line < mismatch.close.line) return null;
    return { open: mismatch.open.text, close: mismatch.close.text, wanted: closerOf(mismatch.open.text) };
  }),
  broken('bracket-extra', ({ balance: { extra }, line }) => (extra !== null && extra.line === line ? { close: extra.text } : null)),
  broken(
    'bracket-closed-too-late',
    ({ balance: { mismatch }, line }) => {
      if (mismatch === null || ![mismatch.open.line, mismatch.close.line].includes(line)) return null;
      return { open: mismatch.open.text, close: mismatch.close.text, wanted: closerOf(mismatch.open.text), line: mismatch.open.line };
    },
    atOpener,
  ),
  broken(
    'brace-not-closed',
    ({ balance: { suspect, extra, mismatch }, clash, line, tokens }) =>
      suspect?.text === '{' && extra === null && mismatch === null && clash === -1 && line >= (tokens.at(-1)?.line ?? 0) ? { line: suspect.line } : null,
    atOpener,
  ),
  broken(
    'call-not-closed',
    ({ balance: { unclosed, suspect }, tokens }) => {
      const open = suspect ?? unclosed.at(-1);
      const name = open?.text === '(' ? tokens[tokens.indexOf(open) - 1] : undefined;
      return open === undefined || name?.kind !== 'name' || KEYWORDS.includes(name.text) ? null : { name: name.text, line: open.line };
    },
    atOpener,
  ),
  broken(
    'bracket-not-closed',
    ({ balance: { suspect }, line }) => (suspect !== null && (suspect.text !== '{' || suspect.line === line) ? { open: suspect.text, close: closerOf(suspect.text), line: suspect.line } : null),
    atOpener,
  ),
  broken(
    'comma-missing-above',
    ({ tokens, from }, { message }) => {
      const before = tokens[from - 1];
      const around = before === undefined ? null : openAround(tokens, from);
      if (before === undefined || around === null || !message.includes('expected ","') || before.text === ',') return null;
      if (around.text === '{' && !isObject(tokens, around)) return null;
      return { line: before.line, kind: around.text };
    },
    (seen) => {
      const { tokens, from } = brokenIn(seen);
      const before = tokens[from - 1];
      return before === undefined || seen.place === null ? null : { ...seen.place, line: before.line };
    },
  ),
  broken('semicolon-in-object', ({ code, tokens, to }) => {
    const around = openAround(tokens, to - 1);
    return (/\{[^}]*:[^};]*;[^}]*\}/.test(code) && !/\b(?:function|=>|class|case|if)\b/.test(code)) || (/^\s*[\w$"]+\s*:\s*[^;]+;\s*$/.test(code) && around !== null && isObject(tokens, around)) ? {} : null;
  }),
  broken('key-with-dash', ({ code }) => {
    const [, key] = /[{,]\s*([\w$]+(?:-[\w$]+)+)\s*:/.exec(code) ?? /^\s*([\w$]+(?:-[\w$]+)+)\s*:/.exec(code) ?? [];
    return key === undefined ? null : { key };
  }),
  broken('colon-missing', ({ code }) => (/[{,]\s*""\s+(?:\d|""|[\w$]|\[|\{)/.test(code) ? {} : null)),
  broken('pairs-in-list', ({ code }) => (/\[\s*(?:[\w$]+|"")\s*:\s*[^\]]*\]/.test(code) && !code.includes('?') ? {} : null)),
  broken('arrow-for-colon', ({ code }) => (/[{[,]\s*""\s*=>/.test(code) ? {} : null)),
  broken('braces-for-call', ({ code }) => {
    const [, name] = /([\w$]+\.[\w$.]+)\s*\{\s*(?:""|``|[\w$]+)\s*\}/.exec(code) ?? [];
    return name === undefined ? null : { name };
  }),
  broken('list-in-braces', ({ code }, { message }) => (/\{\s*(?:\d[\w.]*|"")\s*[,}]/.test(code) && /^Unexpected (?:number|string|token)/.test(message) ? {} : null)),
];
