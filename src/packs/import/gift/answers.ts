import { cut, isEmpty, partedAt, trimmed, withoutMarkup, type Span } from './span.ts';

/** One answer between the braces. */
export interface GiftAnswer {
  /** `=` or `~`; empty for words before the first sign. */
  readonly sign: '=' | '~' | '';
  /** Percent, as in `%50%`; null where none is given. */
  readonly weight: number | null;
  readonly words: Span;
  /** Weight, words and feedback together. */
  readonly all: Span;
  /** Behind `#`; null where there is none. */
  readonly feedback: Span | null;
}

/** Every `=` and `~` begins an answer, as in Moodle; but not inside what is plainly markup. */
export const answersOf = (span: Span): GiftAnswer[] => cutAt(span, /[=~]/g);

/** Only a sign at the beginning of a line begins an answer: for authors who escape nothing. */
export const answersByLine = (span: Span): GiftAnswer[] => cutAt(span, /(?<=^|\n[ \t]*)[=~]/g);

function cutAt(whole: Span, signs: RegExp): GiftAnswer[] {
  const span = withoutMarkup(trimmed(whole));
  const places = [...span.mask.matchAll(signs)].map(({ index }) => index);
  const first = cut(span, 0, places[0]);
  const answers = isEmpty(first) ? [] : [answerOf('', first)];
  places.forEach((place, i) => {
    const sign = span.mask.charAt(place) === '=' ? '=' : '~';
    const words = cut(span, place + 1, places[i + 1]);
    // `~=` is an old way to write `=`.
    const isOld = sign === '~' && words.text === '' && span.mask.charAt(place + 1) === '=';
    if (!isOld) answers.push(answerOf(sign, words));
  });
  return answers;
}

function answerOf(sign: GiftAnswer['sign'], span: Span): GiftAnswer {
  const all = trimmed(span);
  const weight = /^%(-*)(\d{1,3}(?:[.,]\d*)?)%/.exec(all.mask);
  const rest = cut(all, weight?.[0].length ?? 0);
  const [words, feedback] = partedAt(rest, '#') ?? [rest, null];
  return { sign, weight: weight === null ? null : percentOf(weight), words: trimmed(words), all, feedback };
}

const percentOf = ([, minus = '', digits = '']: RegExpExecArray): number =>
  (minus === '' ? 1 : -1) * Number(digits.replace(',', '.')) + 0;
