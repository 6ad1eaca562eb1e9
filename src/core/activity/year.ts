import type { ActivityDay } from '../../../db/models/activity-day.ts';
import type { LocalDay } from '../../../db/models/ids.ts';
import { dayAfter, weekdayOf } from './local-day.ts';

const WEEKS = 53;

/** Seven days from the first weekday on; null: still to come. */
export type Week = readonly (LocalDay | null)[];

/** The 53 weeks up to that of `today`, oldest first: always at least a year. `firstWeekday`: 1 Monday … 7 Sunday. */
export function weeksOfYear(today: LocalDay, firstWeekday: number): readonly Week[] {
  const sinceFirst = (weekdayOf(today) - firstWeekday + 7) % 7;
  const start = dayAfter(today, -sinceFirst - 7 * (WEEKS - 1));
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => dayAfter(start, 7 * week + i)).map((day) => (day <= today ? day : null)),
  );
}

/** Where each month begins: the index of the week that holds its first day. Of the month that the weeks begin in, none. */
export function monthStarts(weeks: readonly Week[]): readonly { readonly month: string; readonly week: number }[] {
  return weeks.flatMap((days, week) => {
    const first = days.find((day) => day?.endsWith('-01') === true);
    return first === undefined || first === null ? [] : [{ month: first.slice(0, 7), week }];
  });
}

/** Each day's sum over all courses. */
export function sumByDay(rows: readonly ActivityDay[]): ReadonlyMap<LocalDay, DaySum> {
  const sums = new Map<LocalDay, DaySum>();
  for (const row of rows) {
    const sum = sums.get(row.day) ?? { attempts: 0, passed: 0, reviews: 0, activeMs: 0 };
    sums.set(row.day, {
      attempts: sum.attempts + row.attempts,
      passed: sum.passed + row.passed,
      reviews: sum.reviews + row.reviews,
      activeMs: sum.activeMs + row.activeMs,
    });
  }
  return sums;
}
export type DaySum = Pick<ActivityDay, 'attempts' | 'passed' | 'reviews' | 'activeMs'>;

/** The weekday that weeks begin on where this language is spoken, 1 Monday … 7 Sunday; Monday where the engine does not know. */
export function firstWeekdayOf(locale: string): number {
  // TypeScript does not know it yet; some engines have it as a property, and some not at all.
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): WeekInfo; readonly weekInfo?: WeekInfo };
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}
interface WeekInfo {
  readonly firstDay: number;
}
