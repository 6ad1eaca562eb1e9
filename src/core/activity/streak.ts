import type { EpochMs, LocalDay } from '../../../db/models/ids.ts';
import { dayAfter, daysBetween, localDay, type Zone } from './local-day.ts';

/** In days with activity. */
export interface Streak {
  /** Up to today; a today that is not done yet keeps the streak of yesterday. 0: broken, or none. */
  readonly current: number;
  readonly longest: number;
}

/**
 * The streaks in days of activity, as they were given then and there. A day in `excused` joins its neighbours without
 * being counted: it is one that a move cut short (`daysCutShort`).
 */
export function streakOf(days: ReadonlySet<LocalDay>, today: LocalDay, excused: ReadonlySet<LocalDay> = new Set()): Streak {
  const runs = runsOf([...days].filter((day) => !isOfWrongClock(day, today)).sort(), excused);
  const last = runs.at(-1);
  const isAlive = last !== undefined && areJoined(last.to, today, excused);
  return { current: isAlive ? last.count : 0, longest: Math.max(0, ...runs.map(({ count }) => count)) };
}

/**
 * The days that a learner could not live to their end, since where they came to it was a later day already: flying east
 * cuts an evening off, and crossing the date line westwards a whole day. None, where they came to an earlier one.
 * @param at when the learner was first seen in the zone `to`, having been in `from` before
 */
export function daysCutShort(at: EpochMs, from: Zone, to: Zone): readonly LocalDay[] {
  const left = localDay(at, from);
  return Array.from({ length: Math.max(0, daysBetween(left, localDay(at, to))) }, (_, i) => dayAfter(left, i));
}

/** No place on earth is more than a day ahead of another. */
const isOfWrongClock = (day: LocalDay, today: LocalDay): boolean => daysBetween(today, day) > 1;

interface Run {
  readonly to: LocalDay;
  readonly count: number;
}

function runsOf(sorted: readonly LocalDay[], excused: ReadonlySet<LocalDay>): readonly Run[] {
  const runs: Run[] = [];
  for (const day of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && areJoined(last.to, day, excused)) runs[runs.length - 1] = { to: day, count: last.count + 1 };
    else runs.push({ to: day, count: 1 });
  }
  return runs;
}

/** No day between them counts against the learner; also where `to` is the earlier one, as for who crossed the date line eastwards. */
function areJoined(from: LocalDay, to: LocalDay, excused: ReadonlySet<LocalDay>): boolean {
  let day = dayAfter(from);
  while (day < to && excused.has(day)) day = dayAfter(day);
  return day >= to;
}
