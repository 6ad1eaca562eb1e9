import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, localDay, type Zone } from '../../../../src/core/activity/local-day.ts';
import { daysCutShort, streakOf } from '../../../../src/core/activity/streak.ts';

const HOUR = 3_600_000;
const TODAY = '2026-11-23';
const ago = (...days: number[]) => new Set(days.map((count) => dayAfter(TODAY, -count)));

describe('a streak', () => {
  it.each([
    ['none without activity', ago(), 0, 0],
    ['today alone', ago(0), 1, 1],
    ['today and before', ago(0, 1, 2), 3, 3],
    ['a today that is not done yet keeps that of yesterday', ago(1, 2), 2, 2],
    ['a missed day breaks it', ago(2, 3, 4), 0, 3],
    ['it begins anew after a missed day', ago(0, 1, 3, 4, 5), 2, 3],
    ['a day of a clock that was years ahead is none', new Set([...ago(0, 1), '2030-01-01']), 2, 2],
  ])('%s', (_, days, current, longest) => {
    expect(streakOf(days, TODAY)).toEqual({ current, longest });
  });

  it('is joined by days that a move cut short, which are not counted', () => {
    expect(streakOf(ago(2, 3), TODAY, ago(1))).toEqual({ current: 2, longest: 2 });
    expect(streakOf(ago(0, 3), TODAY, ago(1, 2))).toEqual({ current: 2, longest: 2 });
    expect(streakOf(ago(0, 3), TODAY, ago(1))).toEqual({ current: 1, longest: 1 });
    expect(streakOf(ago(5), TODAY, ago(3, 4))).toEqual({ current: 0, longest: 1 });
  });

  it('the longest is never less than the current one, one day more never shortens either, and the order of days is nothing', () => {
    const anyDays = fc.uniqueArray(fc.nat(30), { maxLength: 25 });
    fc.assert(
      fc.property(anyDays, fc.nat(30), (days, more) => {
        const { current, longest } = streakOf(ago(...days), TODAY);
        expect(longest).toBeGreaterThanOrEqual(current);
        const after = streakOf(ago(...days, more), TODAY);
        expect(after.current).toBeGreaterThanOrEqual(current);
        expect(after.longest).toBeGreaterThanOrEqual(longest);
        expect(streakOf(ago(...days.toReversed()), TODAY)).toEqual({ current, longest });
        let counted = days.includes(0) ? 0 : 1;
        while (days.includes(counted)) counted += 1;
        expect(current).toBe(days.includes(0) ? counted : counted - 1);
      }),
    );
  });
});

describe('days cut short by a move', () => {
  const AT = Date.UTC(2026, 10, 24, 5);
  it.each<[Zone, Zone, readonly string[]]>([
    ['Pacific/Honolulu', 'Pacific/Kiritimati', ['2026-11-23']],
    ['Pacific/Pago_Pago', 'Pacific/Kiritimati', ['2026-11-23']],
    ['Pacific/Kiritimati', 'Pacific/Honolulu', []],
    ['America/New_York', 'Europe/Berlin', []],
    ['Pacific/Honolulu', 'Asia/Tokyo', ['2026-11-23']],
    ['Europe/Berlin', 'Europe/Berlin', []],
  ])('from %s to %s are %j', (from, to, days) => {
    expect(daysCutShort(AT, from, to)).toEqual(days);
  });

  it('are two where it was the day before yesterday still', () => {
    expect(daysCutShort(Date.UTC(2026, 10, 24, 10, 30), -720, 840)).toEqual(['2026-11-23', '2026-11-24']);
  });
});

/** Each hour from one instant on, with where the learner is in it. */
function* lived(stays: readonly { readonly zone: Zone; readonly hours: number }[]) {
  let at = Date.UTC(2026, 2, 1);
  for (const { zone, hours } of stays) for (const end = at + hours * HOUR; at < end; at += HOUR) yield { at, zone, day: localDay(at, zone) };
}

describe('a learner who does something each day before it ends', () => {
  it('never loses the streak by moving, across the date line too', () => {
    const zone = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
    const anyStays = fc.array(fc.record({ zone, hours: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyStays, (stays) => {
        const days = new Set<string>();
        const excused = new Set<string>();
        let [before] = lived(stays);
        for (const now of lived(stays)) {
          if (before === undefined || (now.zone === before.zone && now.day === before.day)) continue;
          if (localDay(now.at, before.zone) !== before.day) days.add(before.day);
          daysCutShort(now.at, before.zone, now.zone).forEach((day) => excused.add(day));
          before = now;
          expect(streakOf(days, now.day, excused).current).toBe(days.size);
        }
      }),
    );
  });

  it('loses it by crossing the date line where nobody excuses the day that was jumped', () => {
    const days = new Set(['2026-11-21', '2026-11-22']);
    const cut = daysCutShort(Date.UTC(2026, 10, 23, 11), 'Pacific/Pago_Pago', 'Pacific/Kiritimati');
    expect(cut).toEqual(['2026-11-23']);
    expect(streakOf(days, '2026-11-24', new Set(cut)).current).toBe(2);
    expect(streakOf(days, '2026-11-24').current).toBe(0);
  });

  it('keeps it where the date line gives a day twice', () => {
    expect(streakOf(new Set(['2026-11-22', '2026-11-23', '2026-11-24']), '2026-11-23').current).toBe(3);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo', 'Asia/Beirut'])('never loses it by a change of clocks in %s', (zone) => {
    const days = new Set([...lived([{ zone, hours: 366 * 24 }])].map(({ day }) => day));
    expect(streakOf(days, [...days].at(-1) ?? '').current).toBe(days.size);
    expect(days.size).toBeGreaterThan(365);
  });
});
