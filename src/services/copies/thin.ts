import type { EpochMs } from '../../../db/models/ids.ts';

export interface Dated {
  readonly at: EpochMs;
  readonly bytes: number;
}

/** Copies are made no closer than this, ms. */
export const HALF_HOUR = 30 * 60_000;

/** So many of each are kept: half-hours, days, weeks and months in which a copy was made, by the learner's calendar. */
export const KEPT = { halfHours: 12, days: 7, weeks: 5, months: 12 } as const;
/** All of them, and one from a time to come. */
export const MOST_COPIES = KEPT.halfHours + KEPT.days + KEPT.weeks + KEPT.months + 1;

/**
 * Which copies stay, newest first: of each of the newest half-hours, days, weeks and months that have any, the newest
 * copy. They are counted, not timed: who comes back after a year finds the copies of then. What goes beyond `most`
 * bytes goes too, the oldest first, but never the newest. Of copies from after `now` (a clock put back) only the
 * newest stays, and takes no other's place.
 */
export function thin<C extends Dated>(copies: readonly C[], now: EpochMs, most = Infinity): C[] {
  const sorted = [...copies].sort((a, b) => b.at - a.at);
  const past = sorted.filter(({ at }) => at <= now);
  const kept = new Set<C>();
  for (const [kind, count] of Object.entries(KEPT)) {
    const seen = new Set<number>();
    for (const copy of past) {
      const bucket = BUCKETS[kind as keyof typeof KEPT](copy.at);
      if (seen.has(bucket)) continue;
      seen.add(bucket);
      if (seen.size > count) break;
      kept.add(copy);
    }
  }
  let bytes = 0;
  const fits = past.filter((copy) => kept.has(copy)).filter((copy, i) => (bytes += copy.bytes) <= most || i === 0);
  const [ahead] = sorted.filter(({ at }) => at > now);
  return ahead === undefined ? fits : [ahead, ...fits];
}

/** A number that is the same for all times of one stretch, and grows. */
const BUCKETS: { readonly [K in keyof typeof KEPT]: (at: EpochMs) => number } = {
  halfHours: (at) => Math.floor(at / HALF_HOUR),
  days: (at) => dayOf(at),
  // Day 0 was a Thursday; weeks begin on Monday.
  weeks: (at) => Math.floor((dayOf(at) + 3) / 7),
  months(at) {
    const date = new Date(at);
    return date.getFullYear() * 12 + date.getMonth();
  },
};

/** Days of the learner's calendar since 1970. */
function dayOf(at: EpochMs): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}
