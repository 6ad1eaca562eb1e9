import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableShuffle } from '../../../../../src/features/lesson-player/arrange/stable-shuffle.ts';

const items = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 12 });
const never = (): boolean => false;

describe('a stable shuffle', () => {
  it('holds the same things, in the same order each time', () => {
    fc.assert(
      fc.property(items, fc.string(), (list, seed) => {
        const order = stableShuffle(list, seed, never);
        expect([...order].sort()).toEqual([...list].sort());
        expect(stableShuffle(list, seed, never)).toEqual(order);
      }),
    );
  });

  it('is never the right order by accident, not even of two', () => {
    fc.assert(
      fc.property(items, fc.string(), (list, seed) => {
        const isRight = (order: readonly string[]): boolean => order.every((item, index) => item === list[index]);
        expect(isRight(stableShuffle(list, seed, isRight))).toBe(false);
      }),
    );
  });

  it('differs from exercise to exercise', () => {
    const list = ['a', 'b', 'c', 'd', 'e', 'f'];
    const orders = Array.from({ length: 40 }, (_, n) => stableShuffle(list, `exercise ${n}`, never).join(''));
    expect(new Set(orders).size).toBeGreaterThan(30);
  });

  it('gives up where every order is right', () => {
    expect([...stableShuffle(['a', 'b'], 'x', () => true)].sort()).toEqual(['a', 'b']);
  });
});
