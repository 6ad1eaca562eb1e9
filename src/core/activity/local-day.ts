import type { EpochMs, LocalDay } from '../../../db/models/ids.ts';

/** Where a learner is: an IANA name ('Asia/Tokyo'), or minutes east of UTC. */
export type Zone = string | number;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The day that a calendar on the wall shows there, then. Throws RangeError for a name that is no zone's. */
export function localDay(at: EpochMs, zone: Zone): LocalDay {
  if (typeof zone === 'number') return dayOf(at + zone * MINUTE_MS);
  const parts = calendarOf(zone).formatToParts(at);
  const part = (type: 'year' | 'month' | 'day') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** `count` days on; back, where it is negative. */
export const dayAfter = (day: LocalDay, count = 1): LocalDay => dayOf(Date.parse(day) + count * DAY_MS);

/** From `from` to `to`; negative, where `to` is the earlier one. */
export const daysBetween = (from: LocalDay, to: LocalDay): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export const weekdayOf = (day: LocalDay): number => new Date(day).getUTCDay() || 7;

/** A day of the calendar has 24 hours here, whatever the clocks of any place do: it is reckoned in UTC throughout. */
const dayOf = (utc: EpochMs): LocalDay => new Date(utc).toISOString().slice(0, 10);

/** Making one takes a hundred times as long as asking it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, made);
  return made;
}
