import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, weekdayOf } from '../../../../src/core/activity/local-day.ts';
import { firstWeekdayOf, monthStarts, sumByDay, weeksOfYear } from '../../../../src/core/activity/year.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => dayAfter('1970-01-01', n));
const anyWeekday = fc.integer({ min: 1, max: 7 });

describe('a year', () => {
  it('has 53 weeks of seven days that follow each other, from the first weekday on, the last one holding today', () => {
    fc.assert(
      fc.property(anyDay, anyWeekday, (today, firstWeekday) => {
        const weeks = weeksOfYear(today, firstWeekday);
        expect(weeks.map((week) => week.length)).toEqual(Array.from({ length: 53 }, () => 7));
        const days = weeks.flat();
        const past = days.filter((day) => day !== null);
        expect(past.at(-1)).toBe(today);
        expect(weeks.at(-1)).toContain(today);
        expect(days.slice(past.length)).toEqual(days.slice(past.length).map(() => null));
        expect(past).toEqual(past.map((_, i) => dayAfter(past[0] ?? '', i)));
        expect(past.length).toBeGreaterThan(364);
        expect(weekdayOf(past[0] ?? '')).toBe(firstWeekday);
      }),
    );
  });

  it('tells the week in which each month begins', () => {
    const starts = monthStarts(weeksOfYear('2026-11-23', 1));
    expect(starts[0]).toEqual({ month: '2025-12', week: 1 });
    expect(starts.at(-1)).toEqual({ month: '2026-11', week: 48 });
    expect(starts).toHaveLength(12);
  });
});

it('a day’s sum is over all courses', () => {
  const row = { id: '', userId: 'ada', courseId: 'a', day: '2026-11-23', attempts: 3, passed: 2, reviews: 1, activeMs: 10 };
  const sums = sumByDay([row, { ...row, courseId: 'b', attempts: 1 }, { ...row, day: '2026-11-22' }]);
  expect(sums).toEqual(
    new Map([
      ['2026-11-23', { attempts: 4, passed: 4, reviews: 2, activeMs: 20 }],
      ['2026-11-22', { attempts: 3, passed: 2, reviews: 1, activeMs: 10 }],
    ]),
  );
});

it('weeks begin on Sunday in the United States, on Saturday in Egypt, on Monday in Germany', () => {
  expect(['en-US', 'ar-EG', 'de-DE'].map(firstWeekdayOf)).toEqual([7, 6, 1]);
});
