/**
 * A stretch of a GIFT text. `mask` is the same text, place by place, with every escaped character covered up: signs are
 * looked for in the mask, words are cut out of the text.
 */
export interface Span {
  readonly text: string;
  readonly mask: string;
}

/** Stands for a covered character; no text that is read has it. */
export const COVER = '\0';

export const spanOf = (text: string): Span => ({ text, mask: text.replace(/\\[\\~=#{}:n]/g, COVER + COVER) });

export const cut = ({ text, mask }: Span, from: number, to: number = text.length): Span => ({
  text: text.slice(from, to),
  mask: mask.slice(from, to),
});

export function trimmed(span: Span): Span {
  const from = span.mask.length - span.mask.trimStart().length;
  return cut(span, from, Math.max(from, span.mask.trimEnd().length));
}

export const isEmpty = (span: Span): boolean => span.mask.trim() === '';

/** In two at the first place where the sign stands; null where it stands nowhere. */
export function partedAt(span: Span, sign: string): readonly [Span, Span] | null {
  const at = span.mask.indexOf(sign);
  return at < 0 ? null : [cut(span, 0, at), cut(span, at + sign.length)];
}

/** The words themselves, without escapes and without white space around them. */
export const unescaped = ({ text }: Span): string =>
  text.replace(/\\([\\~=#{}:n])/g, `${COVER}$1`).replaceAll(`${COVER}n`, '\n').replaceAll(COVER, '').trim();

/** Nothing inside these is a sign: the attributes of a tag, a character by its number, the query of an address. */
const MARKUP = [
  /<[a-z][\w-]{0,30}(?:\s+[\w:-]+(?:=(?:"[^"<>{}]*"|'[^'<>{}]*'))?)+\s*\/?>/gi,
  /&#(?:\d{1,7}|x[0-9a-f]{1,6});/gi,
  /(?<=https?:\/\/[^\s<>"'{}~#=?]{1,500}\?)[^\s<>"'{}~#]{1,1000}/g,
];

/** Covers what many authors leave unescaped, and what can hardly be meant as a sign. */
export const withoutMarkup = ({ text, mask }: Span): Span => ({
  text,
  mask: MARKUP.reduce((covered, markup) => covered.replace(markup, (found) => COVER.repeat(found.length)), mask),
});
