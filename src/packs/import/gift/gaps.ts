import { ok } from '../../../core/result.ts';
import { holeAt, partsAroundHoles, type Blank } from '../moodle-xml/blanks.ts';
import { blankOf } from '../moodle-xml/cloze-blank.ts';
import { readCloze, type SubQuestion } from '../moodle-xml/cloze-syntax.ts';
import { answersOf } from './answers.ts';
import type { Group } from './groups.ts';
import { unreadable, type Reading } from './reading.ts';
import { COVER, cut, trimmed, unescaped, type Span } from './span.ts';
import { htmlLike, marked, type Notes } from './words.ts';

/*
 * GIFT knows one pair of braces. Authors write several all the same, with answers in each, or Cloze fields as Moodle's own
 * embedded answers have them: a text with gaps, which is what they are taken for.
 */

const CLOZE = /^\d{0,4}:[A-Z_]{2,20}:/;
const isField = (inside: Span): boolean => CLOZE.test(inside.text);

/** The words with a hole for each pair of braces, and what stands in them; null where they are no gaps. */
export function gapsIn(rest: Span, groups: readonly Group[]): { readonly words: Span; readonly gaps: readonly Span[] } | null {
  const gaps = groups.map(({ from, end }) => trimmed(cut(rest, from + 1, end)));
  const areFields = gaps.length > 0 && gaps.every(isField);
  const areAnswers = gaps.length > 1 && gaps.every(({ mask }) => /^[=~]/.test(mask) && !mask.includes('->'));
  if (!areFields && !areAnswers) return null;
  let words: Span = { text: '', mask: '' };
  let at = 0;
  for (const [i, { from, to }] of groups.entries()) {
    const before = cut(rest, at, from);
    const hole = holeAt(i);
    words = { text: words.text + before.text + hole, mask: words.mask + before.mask + COVER.repeat(hole.length) };
    at = to;
  }
  const behind = cut(rest, at);
  return { words: { text: words.text + behind.text, mask: words.mask + behind.mask }, gaps };
}

/** GIFT has no name for such a question. */
export const GAPS = 'cloze';

export function readGaps(words: Span, gaps: readonly Span[], notes: Notes): Reading {
  const lose = (what: string): void => void notes.add(`lost: ${what}`);
  const { format, rest } = marked(words, 'moodle');
  const { text, isHtml } = htmlLike(unescaped(rest), format);
  const blanks: Blank[] = [];
  const fields: SubQuestion[] = [];
  for (const [at, gap] of gaps.entries()) {
    const field = fieldOf(gap);
    const blank = field === null ? 'expected answers that can be read' : blankOf(field, isHtml, lose);
    if (typeof blank === 'string') return unreadable(`in its gap ${at + 1}: ${blank}`);
    if (field !== null) fields.push(field);
    blanks.push({ id: String(at + 1), ...blank });
  }
  if (fields.some(({ answers }) => answers.some(({ feedback }) => feedback !== ''))) lose('what is said to the answers in its gaps');
  const isLone = gaps.length === 1;
  notes.add(isLone ? 'a Cloze field, which GIFT does not have, was taken as a gap' : 'several pairs of braces were taken as gaps in one text');
  const { task, filled } = partsAroundHoles(isHtml ? text : taskApart(text), isHtml, blanks, { picture: () => null, lose });
  return ok({ type: 'FILL_BLANKS', prompt: task, hints: [], text: filled, blanks });
}

/** Whole lines before the first gap are the task. */
const taskApart = (text: string): string => text.replace(/^([^\uE000]*\S)\n(?=[^\n\uE000]*\uE000)/, '$1\n\n');

function fieldOf(gap: Span): SubQuestion | null {
  if (isField(gap)) return readCloze(`{${gap.text}}`, holeAt).questions[0] ?? null;
  const answers = answersOf(gap).map(({ sign, weight, words, feedback }) => ({
    text: unescaped(words),
    fraction: weight ?? (sign === '~' ? 0 : 100),
    feedback: feedback === null ? '' : unescaped(feedback),
  }));
  return { kind: answers.some(({ fraction }) => fraction <= 0) ? 'choice' : 'short', weight: 1, answers };
}
