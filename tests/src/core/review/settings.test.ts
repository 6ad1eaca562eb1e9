import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_REVIEW_SETTINGS, reviewSettings } from '../../../../src/core/review/settings.ts';

it.each([
  [null, DEFAULT_REVIEW_SETTINGS],
  [{ retention: 'much', newPerDay: Number.NaN }, DEFAULT_REVIEW_SETTINGS],
  [{ retention: 0.85 }, { ...DEFAULT_REVIEW_SETTINGS, retention: 0.85 }],
  [{ retention: 1, newPerDay: -3, maximumIntervalDays: 1e9 }, { retention: 0.97, newPerDay: 0, maximumIntervalDays: 36_500 }],
  [{ retention: 0, newPerDay: 2.5, maximumIntervalDays: 0 }, { retention: 0.7, newPerDay: 3, maximumIntervalDays: 1 }],
])('%j becomes settings that can be used', (stored, settings) => {
  expect(reviewSettings(stored)).toEqual(settings);
});

it('whatever was stored, settings are in their bounds, and stay as they are', () => {
  const anything = fc.oneof(fc.anything(), fc.record({ retention: fc.double(), newPerDay: fc.double(), maximumIntervalDays: fc.double() }));
  fc.assert(
    fc.property(anything, (stored) => {
      const settings = reviewSettings(stored);
      expect(settings.retention).toBeGreaterThanOrEqual(0.7);
      expect(settings.retention).toBeLessThanOrEqual(0.97);
      expect(Number.isInteger(settings.newPerDay) && settings.newPerDay >= 0 && settings.newPerDay <= 1000).toBe(true);
      expect(Number.isInteger(settings.maximumIntervalDays) && settings.maximumIntervalDays >= 1).toBe(true);
      expect(reviewSettings(settings)).toEqual(settings);
    }),
  );
});
