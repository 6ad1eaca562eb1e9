import { answerIn } from './answer-line.ts';
import type { Line } from './lines.ts';
import { optionGroups, type OptionGroup } from './options.ts';
import { ITEM_LEVEL, itemStart, startOf, type Start } from './starts.ts';

/** A stretch of lines that is one question, or none. */
export interface Chunk {
  /** null: it begins with no mark of its own. */
  readonly start: Start | null;
  /** The first line behind `start`. */
  readonly from: number;
  readonly to: number;
  readonly groups: readonly OptionGroup[];
  readonly hasAnswer: boolean;
}

/** The file cut where questions begin: at headings, then at numbers, then at lists of options. */
export function chunksOf(lines: readonly Line[], from: number, to: number): Chunk[] {
  const starts: Start[] = [];
  let depth = 7;
  for (let at = from; at < to; at++) {
    const line = lines[at];
    const start = line === undefined ? null : startOf(line, at);
    if (line === undefined || start === null) continue;
    const last = starts.at(-1);
    // Inside a folded answer a heading begins a question only if it looks exactly like one.
    if (line.isHidden && !(start.kind === 'question' && (last?.level === start.level || start.isNamed))) continue;
    if (start.level === 7 && start.number === null && last?.kind === 'question' && isBlank(lines, last.at + 1, at)) continue;
    if (start.kind === 'question') depth = start.level;
    // A deeper heading belongs to its question.
    else if (last !== undefined && start.level > depth && depth < 7) continue;
    else depth = 7;
    starts.push(start);
  }
  return cut(lines, starts, from, to).flatMap((chunk) => byItems(lines, chunk)).flatMap((chunk) => byGroups(lines, chunk));
}

function cut(lines: readonly Line[], starts: readonly Start[], from: number, to: number): Chunk[] {
  const first = starts[0]?.at ?? to;
  const head = first > from ? [chunk(lines, null, from, first)] : [];
  return [...head, ...starts.map((start, i) => chunk(lines, start, start.at + 1, starts[i + 1]?.at ?? to))];
}

function chunk(lines: readonly Line[], start: Start | null, from: number, to: number): Chunk {
  const groups = optionGroups(lines, from, to, start?.kind === 'question');
  const end = groups.at(-1)?.to ?? from;
  const hasAnswer = lines.slice(end, to).some(({ text, isCode }) => !isCode && answerIn(text) !== null);
  return { start, from, to, groups, hasAnswer };
}

/** At the items of a numbered list, where some of them are questions. */
function byItems(lines: readonly Line[], whole: Chunk): Chunk[] {
  if (whole.start?.kind === 'question' && whole.groups.length < 2) return [whole];
  const starts: Start[] = [];
  for (let at = whole.from; at < whole.to; at++) {
    const line = lines[at];
    const start = line === undefined ? null : itemStart(line, at);
    if (start !== null && !isInside(whole.groups, at)) starts.push(start);
  }
  if (starts.length === 0) return [whole];
  const head = chunk(lines, whole.start, whole.from, starts[0]?.at ?? whole.to);
  const parts = joined(lines, starts, whole.to);
  if (!parts.some(({ groups, hasAnswer }) => groups.length > 0 || hasAnswer)) return [whole];
  return [head, ...parts];
}

/** A list inside an explanation is no list of questions: its numbers do not go on. */
function joined(lines: readonly Line[], starts: readonly Start[], to: number): Chunk[] {
  const kept: Start[] = [];
  let hasQuestion = false;
  starts.forEach((start, i) => {
    const last = kept.at(-1);
    const next = starts[i + 1]?.at ?? to;
    const isOne = chunk(lines, start, start.at + 1, next).groups.length > 0;
    if (last === undefined || isOne || start.number === (last.number ?? 0) + 1 || !hasQuestion) kept.push(start);
    hasQuestion ||= isOne;
  });
  return kept.map((start, i) => chunk(lines, start, start.at + 1, kept[i + 1]?.at ?? to));
}

const isInside = (groups: readonly OptionGroup[], at: number): boolean => {
  // Groups are in order, and few lines lie in more than one search.
  let low = 0;
  let high = groups.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = groups[middle];
    if (group === undefined) return false;
    if (at < group.from) high = middle - 1;
    else if (at >= group.to) low = middle + 1;
    else return true;
  }
  return false;
};

/** Questions without any mark: each ends where the words before the next list of options begin. */
function byGroups(lines: readonly Line[], whole: Chunk): Chunk[] {
  const { groups, start } = whole;
  if (groups.length < 2 || start?.isNamed === true || start?.level === ITEM_LEVEL) return [whole];
  const ends = groups.map((group, i) => {
    const next = groups[i + 1];
    return next === undefined ? whole.to : stemStart(lines, group.to, next.from);
  });
  return groups.map((_, i) => chunk(lines, i === 0 ? start : null, i === 0 ? whole.from : (ends[i - 1] ?? whole.to), ends[i] ?? whole.to));
}

/** Behind the last line that belongs to the answer before: a key, the end of a folded text, a rule. */
function stemStart(lines: readonly Line[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const text = lines[at]?.text ?? '';
    if (lines[at]?.isCode === true) continue;
    if (/<\/details>/i.test(text) || /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(text)) return at + 1;
    if (answerIn(text) !== null || /^\W{0,6}explanation/i.test(text)) {
      let end = at + 1;
      while (end < to && (lines[end]?.text ?? '').trim() !== '') end++;
      return end < to ? end : at + 1;
    }
  }
  return from;
}

const isBlank = (lines: readonly Line[], from: number, to: number): boolean =>
  to - from < 4 && lines.slice(from, to).every(({ text }) => text.trim() === '');
