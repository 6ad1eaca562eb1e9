import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOrdering } from '../../../../src/core/grading/ordering.ts';
import { makeOrdering } from '../../../factories/arrangement.ts';
import { arranged } from './any-arrangement.ts';

const exercise = (ids: readonly string[], orders: readonly (readonly string[])[] = [ids]) => ({
  ...makeOrdering({ lessonId: 'l', options: [...ids].sort().map((id) => ({ id, text: id })), answerKey: { orders } }),
  createdAt: 0,
  updatedAt: 0,
});
const ABCD = ['a', 'b', 'c', 'd'];

describe('an order', () => {
  it('is right as any of the right orders, and no other', () => {
    fc.assert(
      fc.property(arranged, ([ids, order]) => {
        const swapped = [ids[1] ?? '', ids[0] ?? '', ...ids.slice(2)];
        const { isRight, score } = markOrdering(exercise(ids, [ids, swapped]), order);
        expect(isRight).toBe([ids, swapped].some((right) => right.join() === order.join()));
        expect(score === 1).toBe(isRight);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it('loses one place for one item astray, and all for the reverse', () => {
    const score = (...order: string[]) => markOrdering(exercise(ABCD), order).score;
    expect([score('d', 'a', 'b', 'c'), score('b', 'a', 'd', 'c'), score('d', 'c', 'b', 'a'), score()]).toEqual([2 / 3, 1 / 3, 0, 0]);
  });

  it('tells of each place whether its item is right there, by the order that fits best', () => {
    const swapped = ['b', 'a', 'c', 'd'];
    const { parts } = markOrdering(exercise(ABCD, [ABCD, swapped]), ['b', 'a', 'd', 'c']);
    expect(parts.map(({ id, passed }) => [id, passed])).toEqual([['b', true], ['a', true], ['d', false], ['c', false]]);
  });

  it('with items missing or strange is not right', () => {
    expect(markOrdering(exercise(ABCD), ['a', 'b', 'c'])).toMatchObject({ isRight: false, parts: [{}, {}, {}, { id: '*missing', passed: false }] });
    for (const order of [[...ABCD, 'a'], ['a', 'b', 'c', 'x'], ['a', 'a', 'c', 'd']]) {
      const marks = markOrdering(exercise(ABCD), order);
      expect([marks.isRight, marks.score < 1]).toEqual([false, true]);
    }
  });
});
