import type { EpochMs, LocalDay } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import { dayAfter } from '../activity/local-day.ts';

export interface DayOfReviews {
  readonly day: LocalDay;
  readonly count: number;
}

/**
 * How many cards come due on each of the next `days` local days, the first being today with all that is overdue. Cards
 * never asked are left out: how many come is for `newPerDay`; and so are those asleep.
 */
export function forecast(cards: readonly ReviewCard[], now: EpochMs, days: number, dayOf: (at: EpochMs) => LocalDay): readonly DayOfReviews[] {
  const today = dayOf(now);
  const counts = new Map<LocalDay, number>();
  for (const { phase, due, isSuspended } of cards) {
    if (phase === 'NEW' || isSuspended) continue;
    const day = dayOf(Math.max(due, now));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: days }, (_, i) => dayAfter(today, i)).map((day) => ({ day, count: counts.get(day) ?? 0 }));
}
