import { describe, expect, it } from 'vitest';
import { measure, quantile } from './measure.ts';

describe('a measure', () => {
  it('is the median of the rounds’ ratios, the first round dropped', async () => {
    const ours = [900, 30, 10, 20];
    const theirs = [1, 10, 10, 10];
    const figure = await measure({ work: 'a', against: 'b', goal: 2, ours: () => Promise.resolve(ours.shift() ?? NaN), theirs: () => Promise.resolve(theirs.shift() ?? NaN) }, 3);
    expect(figure).toMatchObject({ ratio: 2, spread: [1.5, 2.5], ms: { ours: 20, theirs: 10 }, ok: true });
  });

  it('lets each go first in turn, and misses a goal that is below its ratio', async () => {
    const order: string[] = [];
    const { ok } = await measure({ work: 'a', against: 'b', goal: 0.5, ours: () => (order.push('ours'), Promise.resolve(1)), theirs: () => (order.push('theirs'), Promise.resolve(1)) }, 1);
    expect(order).toEqual(['ours', 'theirs', 'theirs', 'ours']);
    expect(ok).toBe(false);
  });

  it('ends when what was timed was wrong', async () => {
    const wrong = (): Promise<number> => Promise.reject(new Error('wrong'));
    await expect(measure({ work: 'a', against: 'b', goal: null, ours: wrong, theirs: () => Promise.resolve(1) }, 1)).rejects.toThrow('wrong');
  });

  it('reads quantiles between its values', () => {
    expect([quantile([3, 1, 2], 0.5), quantile([1, 2], 0.5), quantile([5], 0.25)]).toEqual([2, 1.5, 5]);
  });
});
