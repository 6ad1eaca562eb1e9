import type { Block } from './blocks.ts';
import { gapsIn } from './gaps.ts';
import { groupsOf, isAnswers, type Group } from './groups.ts';
import { COVER, cut, isEmpty, spanOf, trimmed, unescaped, withoutMarkup, type Span } from './span.ts';

/** A question in its parts, or `problem`: what was expected of it and is not there. */
export interface Parts {
  /** Where its first words stand; from 1. */
  readonly line: number;
  /** Without slashes. */
  readonly comments: readonly string[];
  /** Empty where it has none. */
  readonly name: string;
  /** What is asked; `GAP` stands where words are missing. */
  readonly words: Span;
  /** null: nothing is asked, or it cannot be told what. */
  readonly answers: Span | null;
  /** Several pairs of braces in one text: each is a gap, `holeAt` in the words, and `answers` is null. Mostly empty. */
  readonly gaps: readonly Span[];
  /** What was taken by guess. */
  readonly notes: readonly string[];
  readonly problem: string | null;
}

/** A character of no meaning, which no file has once it is read. */
export const GAP = '\ue000';

/** Mostly one; more where questions follow each other without a blank line. */
export function partsOf(block: Block): Parts[] {
  const length = block.lines.reduce((sum, line) => sum + line.length, 0);
  if (length > LONGEST) return [tooLong(block)];
  const whole = withoutMarkup(spanOf(block.lines.join('\n')));
  const { name, from } = nameOf(whole.mask);
  const rest = cut(whole, from);
  const found = groupsOf(rest);
  const answers = found.groups.filter((group) => isAnswers(rest, group));
  const base = { line: lineOf(block), comments: [...block.comments.values()], name: name === null ? '' : unescaped(cut(whole, ...name)), gaps: [] };
  const problem = (words: string): Parts[] => [{ ...base, words: rest, answers: null, notes: [], problem: words }];
  if (found.problem !== null) return problem(found.problem);
  const gaps = gapsIn(rest, answers.length > 0 ? answers : found.groups);
  if (answers.length > 1) {
    const ends = answers.slice(0, -1).map(({ to }, i) => lineEnd(rest.mask, to, answers[i + 1]?.from ?? 0));
    if (ends.includes(null) && gaps !== null) return [{ ...base, ...gaps, answers: null, notes: found.notes, problem: null }];
    if (ends.includes(null)) return problem('expected one pair of braces with answers, found several');
    const starts = lineStarts(whole.mask, ends.map((end) => from + (end ?? 0) + 1));
    return [0, ...starts].flatMap((first, i) => partsOf(sliced(block, first, starts[i])));
  }
  if (answers.length === 0 && gaps !== null) return [{ ...base, ...gaps, answers: null, notes: found.notes, problem: null }];
  const group = answers[0] ?? wordsInBraces(rest, found.groups);
  if (group === 'several') return problem('expected answers in one pair of braces (`\\{` and `\\}` write braces), found several pairs');
  if (group === null) return [{ ...base, words: rest, answers: null, notes: found.notes, problem: null }];
  const notes = found.groups.length > 1 ? [...found.notes, 'braces without a `\\` before them were taken as words'] : found.notes;
  return [{ ...base, words: askedAround(rest, group), answers: trimmed(cut(rest, group.from + 1, group.end)), notes, problem: null }];
}

/** Characters; pictures written into the text have many. */
const LONGEST = 1_000_000;

const tooLong = (block: Block): Parts => ({
  ...{ line: lineOf(block), comments: [], name: '', words: spanOf(block.lines.join(' ').slice(0, 100)), answers: null, gaps: [], notes: [] },
  problem: `expected a question of at most ${LONGEST} characters, or a blank line between questions`,
});

const lineOf = ({ start, lines }: Block): number => start + Math.max(0, lines.findIndex((line) => line !== ''));

/** Of `::name::` before the question. */
function nameOf(mask: string): { readonly name: readonly [number, number] | null; readonly from: number } {
  const start = mask.length - mask.trimStart().length;
  if (!mask.startsWith('::', start)) return { name: null, from: start };
  const end = mask.indexOf('::', start + 2);
  return end < 0 ? { name: null, from: start + 2 } : { name: [start + 2, end], from: end + 2 };
}

/** Where the line ends that a question ends in, if the next one begins on another. */
function lineEnd(mask: string, after: number, before: number): number | null {
  const end = mask.slice(after, before).indexOf('\n');
  return end < 0 ? null : after + end;
}

/** The lines that begin at these places, which rise. */
function lineStarts(mask: string, places: readonly number[]): number[] {
  let line = 0;
  let seen = 0;
  return places.map((place) => {
    line += mask.slice(seen, place).split('\n').length - 1;
    seen = place;
    return line;
  });
}

function sliced({ start, lines, comments }: Block, from: number, to: number = lines.length): Block {
  const own = [...comments].filter(([at]) => at >= from && at < to).map(([at, words]) => [at - from, words] as const);
  return { start: start + from, lines: lines.slice(from, to), comments: new Map(own) };
}

/** A short answer may stand in braces without any sign; what a formula has in braces is none. */
function wordsInBraces({ mask }: Span, groups: readonly Group[]): Group | 'several' | null {
  const plain = groups.filter(({ from }, i) => {
    const isBehind = groups[i - 1]?.to === from;
    return !isBehind && !/\\[A-Za-z]{1,30}$|[\^_]$/.test(mask.slice(Math.max(0, from - 40), from));
  });
  return plain.length > 1 ? 'several' : (plain[0] ?? null);
}

/** A full stop behind a question that is whole is not what makes it one with missing words. */
function askedAround(span: Span, { from, to }: Group): Span {
  const before = cut(span, 0, from);
  const after = cut(span, to);
  if (isEmpty(after) || (/[?:]\s*$/.test(before.text) && /^\s*[.!?]\s*$/.test(after.text))) return before;
  return { text: before.text + GAP + after.text, mask: before.mask + COVER + after.mask };
}
