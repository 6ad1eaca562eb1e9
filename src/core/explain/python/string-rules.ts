import { both, says, stands, type Rule } from '../rule.ts';
import { rulesOf } from './rule-of.ts';
import { tokensAt } from './program.ts';

const rule = rulesOf('SyntaxError');

/** What a sign out of a text program stands for on the keyboard. */
const PLAIN: { readonly [sign: string]: string } = {
  ...{ '–': '-', '—': '-', '−': '-', '‐': '-', '‑': '-', '×': '*', '·': '*', '∗': '*', '÷': '/', '∕': '/', '≤': '<=', '≥': '>=', '≠': '!=', '…': '...' },
  ...{ '，': ',', '、': ',', '；': ';', '：': ':', '（': '(', '）': ')', '【': '[', '】': ']', '！': '!', '＝': '=', '²': '**2', '³': '**3', '′': "'", '´': "'" },
};

/** Texts in quotes, numbers and signs that Python cannot read at all. */
export const STRING_RULES: readonly Rule[] = [
  rule('curly-quotes', both(says(/^invalid character|^unterminated string|^invalid syntax/), stands(/(?<quote>[“”„‟‘’‚«»])/), isOutsideText)),
  rule('typographic-sign', (seen) => {
    const [, sign = ''] = /^invalid character '(.)'/u.exec(seen.message) ?? [];
    const plain = PLAIN[sign];
    return plain === undefined ? null : { sign, plain };
  }),
  rule('strange-character', says(/^invalid character '(?<sign>.+)' \(U\+/u)),
  rule('invisible-character', says(/^invalid non-printable character (?<code>U\+\w+)/)),
  rule('triple-quotes-unclosed', says(/^unterminated triple-quoted/)),
  rule('apostrophe-in-text', both(says(/^unterminated string|^invalid syntax/), stands(/'[^'"]*?(?<word>\p{L}+'\p{L}+)/u), ({ source }) => (count(source, "'") % 2 === 1 ? {} : null))),
  rule('backslash-before-quote', both(says(/^unterminated string/), stands(/\\(?<quote>["'])/))),
  rule('quotes-differ', (seen) => {
    const broken = seen.message.startsWith("unterminated string") ? tokensAt(seen).find(({ kind }) => kind === 'broken') : undefined;
    const [, opened = ''] = /^\w*(["'])/.exec(broken?.text ?? '') ?? [];
    const other = opened === '"' ? "'" : '"';
    return broken !== undefined && count(broken.text, other) === 1 ? { opened, other } : null;
  }),
  rule('text-unclosed', both(says(/^unterminated string/), stands(/(?<quote>["'])/))),
  rule('fstring-unclosed', says(/^unterminated [ft]-string/)),
  rule('quote-inside-text', says(/Is this intended to be part of the string/)),
  rule('windows-path', both(says(/^\(unicode error\)/), stands(/["'](?<drive>[A-Za-z]:\\)/))),
  rule('backslash-in-text', says(/^\(unicode error\)/)),
  rule('backslash-stray', says(/^unexpected character after line continuation|^unexpected EOF while parsing/)),
  rule('fstring-bracket-unclosed', both(says(/^f-string: expecting|^'\{' was never closed/), stands(/\b[fF][rR]?["']/))),
  rule('fstring-empty', says(/^f-string: valid expression required/)),
  rule('fstring-single-bracket', says(/^f-string: single '(?<bracket>.)' is not allowed/)),
  rule('fstring-conversion', says(/^f-string: (?:invalid conversion character|missing conversion|expecting '!')/)),
  rule('fstring', says(/^(?<message>[ft]-string.*)/)),
  rule('name-begins-with-digit', both(says(/^invalid \w+ literal|^invalid syntax/), stands(/^\s*(?:def\s+|class\s+|for\s+|import\s+)?(?<name>\d+[A-Za-z_]\w*)\s*(?:=(?!=)|\(|:|,|\bin\b)/))),
  rule('letters-after-number', both(says(/^invalid (?:decimal|imaginary) literal/), stands(/(?<![\w.])(?<number>\d[\d.]*?_*)\.?(?<letters>[A-Za-z_]\w*)/))),
  rule('leading-zero', both(says(/^leading zeros in decimal/), stands(/(?<![\w.])(?<number>0\d+)/), ({ source }) => ({ better: (/(?<![\w.])0+(\d+)/.exec(source)?.[1] ?? '').replace(/^0+(?=\d)/, '') }))),
  rule('wrong-digit', says(/^invalid (?:digit '(?<digit>.)' in )?(?<system>binary|octal|hexadecimal) literal/)),
  rule('bytes-only-ascii', says(/^bytes can only contain/)),
];

/** A curly quote within a text is a letter like others. */
function isOutsideText(seen: Parameters<Rule['match']>[0]): ReturnType<Rule['match']> {
  return tokensAt(seen).some(({ kind, text }) => kind !== 'string' && /[“”„‟‘’‚«»]/.test(text)) ? {} : null;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
