import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HALF_HOUR, KEPT, MOST_COPIES, thin } from '../../../../src/services/copies/thin.ts';

const NOW = new Date(2026, 10, 22, 17, 42).getTime();
const DAY = 24 * 2 * HALF_HOUR;
const copy = (at: number, bytes = 1) => ({ at, bytes });
const ats = (copies: readonly { at: number }[]): number[] => copies.map(({ at }) => at);

const copies = fc.array(fc.record({ at: fc.integer({ min: NOW - 800 * DAY, max: NOW + 3 * DAY }), bytes: fc.integer({ min: 1, max: 100 }) }), {
  maxLength: 200,
});
const monthOf = (at: number): string => `${new Date(at).getFullYear()} ${new Date(at).getMonth()}`;
const dayOf = (at: number): string => new Date(at).toDateString();
const mondayOf = (at: number): string => {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)).toDateString();
};

describe('thinning', () => {
  it('keeps a week of work half-hourly for its last hours, then by the day', () => {
    const made = Array.from({ length: 7 }, (_, day) => Array.from({ length: 4 }, (_, i) => copy(NOW - day * DAY - i * HALF_HOUR))).flat();
    const kept = ats(thin(made, NOW));
    expect(kept.slice(0, 12)).toEqual(ats(made.slice(0, 12)));
    expect(kept.slice(12)).toEqual([3, 4, 5, 6].map((day) => NOW - day * DAY));
  });

  it('keeps what a learner had before a year without Hornbook', () => {
    expect(ats(thin([copy(NOW), copy(NOW - 400 * DAY)], NOW))).toEqual([NOW, NOW - 400 * DAY]);
  });

  it('lets the oldest go where they take too much room, never the newest', () => {
    const made = [copy(NOW, 70), copy(NOW - DAY, 20), copy(NOW - 2 * DAY, 20)];
    expect(ats(thin(made, NOW, 90))).toEqual([NOW, NOW - DAY]);
    expect(ats(thin(made, NOW, 10))).toEqual([NOW]);
  });

  it('never removes the newest, nor the newest that is not ahead of the clock', () => {
    fc.assert(
      fc.property(copies, fc.integer({ min: 1, max: 500 }), (made, most) => {
        const kept = ats(thin(made, NOW, most));
        const past = ats(made).filter((at) => at <= NOW);
        if (made.length > 0) expect(kept).toContain(Math.max(...ats(made)));
        if (past.length > 0) expect(kept).toContain(Math.max(...past));
      }),
    );
  });

  it('keeps a bounded number, all of them given, newest first', () => {
    fc.assert(
      fc.property(copies, (made) => {
        const kept = thin(made, NOW);
        expect(kept.length).toBeLessThanOrEqual(MOST_COPIES);
        expect(kept.every((one) => made.includes(one))).toBe(true);
        expect(ats(kept)).toEqual(ats(kept).sort((a, b) => b - a));
      }),
    );
  });

  it.each([
    ['half-hour', KEPT.halfHours, (at: number) => String(Math.floor(at / HALF_HOUR))],
    ['day', KEPT.days, dayOf],
    ['week', KEPT.weeks, mondayOf],
    ['month', KEPT.months, monthOf],
  ])('keeps the newest copy of each of the newest %ss that have one', (_, count, bucketOf) => {
    fc.assert(
      fc.property(copies, (made) => {
        const past = ats(made).filter((at) => at <= NOW).sort((a, b) => b - a);
        const newest = [...new Set(past.map(bucketOf))].slice(0, count).map((bucket) => past.find((at) => bucketOf(at) === bucket));
        const kept = ats(thin(made, NOW));
        expect(newest.filter((at) => at === undefined || !kept.includes(at))).toEqual([]);
      }),
    );
  });

  it('thinned as the copies come, loses nothing that thinning all at once would keep by month', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 * DAY }), { minLength: 1, maxLength: 80 }), (offsets) => {
        const times = offsets.map((offset) => NOW - 300 * DAY + offset).sort((a, b) => a - b);
        let kept: { at: number; bytes: number }[] = [];
        for (const at of times) kept = thin([...kept, copy(at)], at);
        const months = new Set(times.map(monthOf));
        expect([...months].slice(-KEPT.months).every((month) => kept.some(({ at }) => monthOf(at) === month))).toBe(true);
      }),
    );
  });

  it('thins what is thin no further', () => {
    fc.assert(
      fc.property(copies, (made) => {
        const once = thin(made, NOW);
        expect(thin(once, NOW)).toEqual(once);
      }),
    );
  });
});
