import { locale } from '../../i18n/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** "10 min", "3 days", "2.5 months": how long (ms) until a card comes back. */
export function intervalWords(ms: number): string {
  if (ms < HOUR) return inUnits(Math.max(1, Math.round(ms / MINUTE)), 'minute', 'short');
  if (ms < DAY) return inUnits(Math.round(ms / HOUR), 'hour', 'short');
  if (ms < 2 * MONTH) return inUnits(Math.round(ms / DAY), 'day', 'long');
  return ms < YEAR ? inUnits(ms / MONTH, 'month', 'long') : inUnits(ms / YEAR, 'year', 'long');
}

const inUnits = (value: number, unit: string, unitDisplay: 'short' | 'long'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
