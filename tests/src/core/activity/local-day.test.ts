import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, daysBetween, localDay, weekdayOf } from '../../../../src/core/activity/local-day.ts';

/** With half hours, quarter hours, both sides of the date line, and clocks that change in each hemisphere. */
const ZONES = ['UTC', 'Europe/Berlin', 'Asia/Tokyo', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe', 'America/Santiago'];

const anyTime = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
const anyDay = fc.integer({ min: 0, max: 47_000 }).map((n) => dayAfter('1970-01-01', n));

describe('a local day', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-11-24'],
    ['Asia/Tokyo', '2026-11-23'],
    ['Europe/Berlin', '2026-11-23'],
    ['Pacific/Pago_Pago', '2026-11-22'],
    [840, '2026-11-24'],
    [-660, '2026-11-22'],
    [0, '2026-11-23'],
  ])('in %s is the one that its calendars show', (zone, day) => {
    expect(localDay(Date.UTC(2026, 10, 23, 10, 30), zone)).toBe(day);
  });

  it('begins at the midnight of its place on the days its clocks change too', () => {
    expect(localDay(Date.UTC(2026, 2, 28, 22, 59, 59), 'Europe/Berlin')).toBe('2026-03-28');
    expect(localDay(Date.UTC(2026, 2, 28, 23), 'Europe/Berlin')).toBe('2026-03-29');
    expect(localDay(Date.UTC(2026, 2, 29, 21, 59, 59), 'Europe/Berlin')).toBe('2026-03-29');
    expect(localDay(Date.UTC(2026, 2, 29, 22), 'Europe/Berlin')).toBe('2026-03-30');
  });

  it('never goes back where one stays, and is at most a day from that of UTC', () => {
    fc.assert(
      fc.property(anyTime, fc.nat(200_000_000), fc.constantFrom(...ZONES), (at, later, zone) => {
        const day = localDay(at, zone);
        expect(day <= localDay(at + later, zone)).toBe(true);
        expect(Math.abs(daysBetween(localDay(at, 0), day))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is asked of a zone that exists', () => {
    expect(() => localDay(0, 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('reckoning with days', () => {
  it('knows the calendar', () => {
    expect([dayAfter('2028-02-28'), dayAfter('2026-02-28'), dayAfter('2026-12-31'), dayAfter('2026-03-01', -1)]).toEqual(['2028-02-29', '2026-03-01', '2027-01-01', '2026-02-28']);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2027-01-01', '2026-01-01')).toBe(-365);
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
  });

  it('counts there what it went', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        expect(daysBetween(day, dayAfter(day, count))).toBe(count);
        expect(dayAfter(dayAfter(day, count), -count)).toBe(day);
        expect(dayAfter(day, count) > day).toBe(count > 0);
        expect(weekdayOf(dayAfter(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });
});
