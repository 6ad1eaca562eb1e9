import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDay } from '../../../../src/core/activity/local-day.ts';
import { forecast } from '../../../../src/core/review/forecast.ts';
import { DAY, newCard, NOON, reviewCard } from './cards.ts';

const dayOf = (at: number) => localDay(at, 'Europe/Berlin');

it('counts what comes due by local day; today holds all that is overdue', () => {
  const due = [NOON - 30 * DAY, NOON - 1, NOON + 10.9 * 3_600_000, NOON + 11.1 * 3_600_000, NOON + 2 * DAY, NOON + 3 * DAY];
  expect(forecast(due.map((due) => reviewCard({ due })), NOON, 3, dayOf)).toEqual([
    { day: '2026-11-23', count: 3 },
    { day: '2026-11-24', count: 1 },
    { day: '2026-11-25', count: 1 },
  ]);
});

it('counts neither cards never asked nor those asleep', () => {
  const [{ count } = { count: -1 }] = forecast([newCard(), reviewCard({ isSuspended: true }), reviewCard()], NOON, 1, dayOf);
  expect(count).toBe(1);
});

it('over days enough, counts every card once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: NOON - 99 * DAY, max: NOON + 200 * DAY })), (due) => {
      const days = forecast(due.map((due) => reviewCard({ due })), NOON, 202, dayOf);
      expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(due.length);
    }),
  );
});
