import { describe, expect, it } from 'vitest';
import { greetingAt } from '../../../../src/features/dashboard/greeting.ts';

const at = (hour: number): number => new Date(2026, 10, 22, hour).getTime();

describe('greetingAt', () => {
  it('goes by the clock of the device', () => {
    expect([3, 8, 12, 17, 18, 23].map((hour) => greetingAt(at(hour), 'Ada'))).toEqual([
      'Up late, Ada?',
      'Good morning, Ada.',
      'Good afternoon, Ada.',
      'Good afternoon, Ada.',
      'Good evening, Ada.',
      'Good evening, Ada.',
    ]);
  });
});
