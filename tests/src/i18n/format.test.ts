import { describe, expect, it } from 'vitest';
import { formatAgo, formatBytes, formatDayAgo, formatMinutes, formatPercentage } from '../../../src/i18n/format.ts';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-11-22T18:00:00');

describe('formatAgo', () => {
  it('goes from now over minutes and hours to days', () => {
    expect(formatAgo(now - 20_000, now)).toBe('just now');
    expect(formatAgo(at('2026-11-22T17:40:00'), now)).toBe('20 minutes ago');
    expect(formatAgo(at('2026-11-22T15:00:00'), now)).toBe('3 hours ago');
    expect(formatAgo(at('2026-11-21T23:00:00'), now)).toBe('yesterday');
  });

  it('gives the date after a fortnight, with the year once it is another', () => {
    expect(formatAgo(at('2026-10-12T09:00:00'), now)).toBe('October 12');
    expect(formatAgo(at('2025-10-12T09:00:00'), now)).toBe('October 12, 2025');
  });
});

describe('formatDayAgo', () => {
  it('counts calendar days, not stretches of 24 hours', () => {
    expect(formatDayAgo(at('2026-11-21T23:59:00'), at('2026-11-22T00:01:00'))).toBe('yesterday');
    expect(formatDayAgo(at('2026-11-22T00:01:00'), now)).toBe('today');
  });
});

describe('formatMinutes', () => {
  it('says minutes, hours, and both', () => {
    expect([15, 60, 160, 0.2].map(formatMinutes)).toEqual(['15 min', '1 h', '2 h 40 min', '1 min']);
  });
});

describe('formatPercentage', () => {
  it('never says 100% before it is', () => {
    expect([0, 37.5, 99.9, 100].map(formatPercentage)).toEqual(['0%', '37%', '99%', '100%']);
  });
});

describe('formatBytes', () => {
  it('takes the unit a file manager would', () => {
    expect([0, 1, 999, 3_412_000, 120_000_000_000].map(formatBytes)).toEqual(['0 bytes', '1 byte', '999 bytes', '3.4 MB', '120 GB']);
  });
});
