import { locale, t } from './text.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** "20 minutes ago", "yesterday", "12 October": how long before `now` (both EpochMs) something was. */
export function formatAgo(at: number, now: number): string {
  const minutes = Math.round((now - at) / MINUTE);
  if (minutes < 1) return t('common.justNow');
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days < 1) return relative.format(-Math.max(1, Math.round(minutes / 60)), 'hour');
  if (days < 14) return relative.format(-days, 'day');
  return formatDay(at, now);
}

/** "today", "yesterday", "3 days ago", "12 October": the same, by the learner's calendar alone. */
export function formatDayAgo(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  return days < 14 ? relative.format(-Math.max(0, days), 'day') : formatDay(at, now);
}

/** "22 November 2026, 17:09" in the learner's own time zone. */
export function formatMoment(at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** "15 min", "2 h 40 min". `minutes` may be broken; it is rounded. */
export function formatMinutes(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  if (hours === 0) return t('common.minutes', { minutes: whole });
  return whole % 60 === 0 ? t('common.hours', { hours }) : t('common.hoursMinutes', { hours, minutes: whole % 60 });
}

/** Bytes as the learner's file manager would say them: "3.4 MB". */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const options = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short' } as const;
  return new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(value);
}

export const formatNumber = (value: number): string => new Intl.NumberFormat(locale).format(value);

/** `percentage` 0–100, never rounded up to "100%" before it is. */
export const formatPercentage = (percentage: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(percentage) / 100);

function formatDay(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) }).format(at);
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
