import { expect, it } from 'vitest';
import { stampOf } from '../../../src/services/stamp.ts';

it('a stamp is the minute by the learner’s own clock', () => {
  expect(stampOf(new Date(2026, 10, 22, 17, 42, 59).getTime())).toBe('2026-11-22-1742');
});

it('a stamp is as long at every moment, so that names sort by time', () => {
  expect(stampOf(new Date(2027, 0, 3, 4, 5).getTime())).toBe('2027-01-03-0405');
});
