import { textOf } from '../xml-tree.ts';
import { allNamed } from './qti-names.ts';
import { correctOf, scoreOf, type Noted, type Scores } from './scores.ts';

/** Right within `absolute` of `value`. */
export interface NumberKey extends Noted {
  readonly value: number;
  readonly absolute: number;
}

const MOST_POINTS = 400;

/**
 * The one range of numbers that scores the most, found by trying every number that the file speaks of, both ends of every
 * tolerance, and what lies between. null where there is none, more than one, or no end to it.
 */
export function numberKey(scores: Scores): NumberKey | null {
  const points = pointsOf(scores);
  if (points.length === 0 || points.length > MOST_POINTS) return null;
  const [first = 0, last = 0] = [points[0], points.at(-1)];
  const probes = [first - 1, ...points.flatMap((point, i) => [point, (point + (points[i + 1] ?? point + 2)) / 2])];
  const scored = probes.map((probe) => scoreOf(scores, [String(probe)]));
  const numbers = scored.flatMap((score) => (score === null ? [] : [score]));
  const top = Math.max(...numbers);
  if (numbers.length < scored.length || numbers.every((score) => score === top)) return null;
  const from = scored.indexOf(top);
  const to = scored.lastIndexOf(top);
  const isWhole = scored.slice(from, to + 1).every((score) => score === top);
  if (!isWhole || from === 0 || to === probes.length - 1) return null;
  // Odd places are points, even ones lie between: a range that begins between two does not hold its end.
  const low = from % 2 === 1 ? (probes[from] ?? first) : inside(probes[from - 1], probes[from]);
  const high = to % 2 === 1 ? (probes[to] ?? last) : inside(probes[to + 1], probes[to]);
  const correct = Number(correctOf(scores)[0]);
  const middle = Number(((low + high) / 2).toPrecision(12));
  const value = low === high ? low : Math.abs(correct - middle) < (high - low) * 1e-9 ? correct : middle;
  const absolute = low === high ? 0 : Number(((high - low) / 2).toPrecision(12));
  const isPartial = numbers.some((score) => score < top && score > Math.max(0, Math.min(...numbers)));
  return { value, absolute, note: isPartial ? 'numbers that were worth a part of the points are taken as wrong' : '' };
}

/** Just within an end that does not belong to the range. */
const inside = (end = 0, within = 0): number => end + (within - end) * 1e-6;

function pointsOf({ processing, id }: Scores): number[] {
  const declaration = processing.responses.get(id);
  const rules = processing.rules === null ? [] : [processing.rules];
  const texts = [
    ...(declaration?.correct ?? []),
    ...(declaration?.mapping?.entries.map(({ key }) => key) ?? []),
    ...rules.flatMap((element) => allNamed(element, 'baseValue').map(textOf)),
  ];
  const numbers = texts.filter((text) => text.trim() !== '').map(Number).filter(Number.isFinite);
  const tolerances = rules.flatMap((element) => allNamed(element, 'equal')).map(({ attributes }) => ({
    isRelative: attributes.toleranceMode === 'relative',
    sizes: (attributes.tolerance ?? '').trim().split(/\s+/).map(Number).filter((size) => size > 0),
  }));
  const figures = rules
    .flatMap((element) => allNamed(element, 'equalRounded'))
    .filter(({ attributes }) => attributes.roundingMode === 'decimalPlaces')
    .map(({ attributes }) => 0.5 * 10 ** -Number(attributes.figures ?? 0));
  const ends = numbers.flatMap((number) => [
    number,
    ...tolerances.flatMap(({ isRelative, sizes }) =>
      sizes.flatMap((size) => (isRelative ? [number - (number * size) / 100, number + (number * size) / 100] : [number - size, number + size])),
    ),
    ...figures.flatMap((half) => [number - half, number + half]),
  ]);
  return [...new Set(ends)].sort((a, b) => a - b);
}
