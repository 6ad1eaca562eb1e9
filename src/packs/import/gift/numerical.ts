import { ok } from '../../../core/result.ts';
import { answersOf, type GiftAnswer } from './answers.ts';
import { numberPattern } from '../number-pattern.ts';
import { baseOf, quoted, selfJudged, unreadable, type Question, type Reading } from './reading.ts';
import { cut, partedAt, unescaped, type Span } from './span.ts';
import { markdownOf } from './words.ts';

interface Range {
  readonly value: number;
  readonly tolerance: number;
  /** Percent. */
  readonly weight: number;
  /** Markdown. */
  readonly say: string;
}

export const isNumerical = ({ mask }: Span): boolean => mask.startsWith('#');

/** `#3:2`, `#1..5`, `#=1:0.1 =%50%2:0 ~#to all others`. Of several ranges that fit, Moodle takes the first. */
export function readNumerical(question: Question): Reading {
  const span = cut(question.answers, 1);
  const [own, others] = partedAt(span, '~') ?? [span, null];
  const ranges: Range[] = [];
  for (const answer of answersOf(own)) {
    const written = unescaped(answer.words);
    if (written === '*') {
      if ((answer.weight ?? 100) > 0) return ok(selfJudged(question, '', 'any number was right there: judged by the learner here'));
      noteOfOthers(question);
      continue;
    }
    const range = rangeOf(written);
    if (range === null) return unreadable(`expected a number, as in \`#3\`, \`#3:2\` or \`#1..5\`, found ${quoted(written)}`);
    ranges.push({ ...range, weight: answer.weight ?? 100, say: sayOf(answer, question) });
  }
  if (others !== null) ranges.push(...wrongNumbers(others, question));
  return readRanges(question, ranges);
}

const sayOf = ({ feedback }: GiftAnswer, { format, notes }: Question): string =>
  feedback === null ? '' : markdownOf(feedback, format, 'blocks', notes);

const noteOfOthers = ({ notes }: Question) => notes.add('what is said to any other answer is left out');

/** `~#to all others`; a number before the `#` is a wrong one. */
function wrongNumbers(span: Span, question: Question): Range[] {
  return answersOf(span).flatMap((answer) => {
    const range = rangeOf(unescaped(answer.words));
    const say = sayOf(answer, question);
    if (range === null && say !== '') noteOfOthers(question);
    return range === null ? [] : [{ ...range, weight: 0, say }];
  });
}

function rangeOf(written: string): Pick<Range, 'value' | 'tolerance'> | null {
  const [from, to] = written.split('..');
  if (from !== undefined && to !== undefined && from !== '') {
    const [a, b] = [numberOf(from), numberOf(to)];
    return a === null || b === null ? null : { value: (a + b) / 2, tolerance: Math.abs(b - a) / 2 };
  }
  const [value, tolerance] = written.split(':').map(numberOf);
  if (value === null || value === undefined || tolerance === null) return null;
  return { value, tolerance: Math.abs(tolerance ?? 0) };
}

/** A decimal comma is taken where it cannot part thousands. */
function numberOf(written: string): number | null {
  const text = written.trim().replace(/^([+-]?\d+),(\d{1,2}|\d{4,})$/, '$1.$2').replace('−', '-');
  const value = Number(text);
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(value) ? value + 0 : null;
}

function readRanges(question: Question, ranges: readonly Range[]): Reading {
  const right = ranges.filter(({ weight }) => weight >= 100);
  const widest = right.reduce<Range | null>((wide, range) => (wide === null || holds(range, wide) ? range : wide), null);
  if (widest === null) return unreadable('expected a number that is wholly right');
  const others = right.filter((range) => !holds(widest, range));
  const sample = right.map(({ value, tolerance }) => `${value}${tolerance === 0 ? '' : ` ± ${tolerance}`}`).join(', ');
  const isOverruled = ranges.some(
    (wrong, i) => wrong.weight < 100 && ranges.slice(i).some((later) => later.weight >= 100 && meets(wrong, later)),
  );
  if (isOverruled) return ok(selfJudged(question, sample, 'some numbers in the right range were not wholly right there: judged by the learner'));

  const mistakes = mistakesOf(ranges, right, question);
  if (others.length === 0) {
    return ok({ type: 'NUMERIC', ...baseOf(question), answer: widest.value, absolute: widest.tolerance, mistakes });
  }
  const patterns = others.flatMap(({ value, tolerance }) => numberPattern(value - tolerance, value + tolerance) ?? []);
  if (patterns.length < others.length) return ok(selfJudged(question, sample, 'several ranges, one of them wide, were right there: judged by the learner'));
  const number = { value: widest.value, tolerance: widest.tolerance };
  return ok({ type: 'FREE_FORM', ...baseOf(question), number, accept: others.map(({ value }) => String(value)), patterns, mistakes });
}

const holds = (wide: Range, narrow: Range): boolean =>
  wide.value - wide.tolerance <= narrow.value - narrow.tolerance && wide.value + wide.tolerance >= narrow.value + narrow.tolerance;
const meets = (a: Range, b: Range): boolean => Math.abs(a.value - b.value) <= a.tolerance + b.tolerance;

/** A single wrong number with something to say to it. */
function mistakesOf(ranges: readonly Range[], right: readonly Range[], { notes }: Question) {
  const mistakes = new Map<number, { answer: string; say: string }>();
  for (const range of ranges.filter(({ weight }) => weight < 100)) {
    const { value, tolerance, weight, say } = range;
    const written = `${value}${tolerance === 0 ? '' : ` ± ${tolerance}`}`;
    if (weight > 0) notes.add(`${written} was worth a part of the points and is wrong here`);
    if (say === '') continue;
    if (tolerance > 0) notes.add(`what is said to ${written} is left out`);
    else if (!mistakes.has(value) && !right.some((one) => meets(one, range))) mistakes.set(value, { answer: String(value), say });
  }
  return [...mistakes.values()];
}
