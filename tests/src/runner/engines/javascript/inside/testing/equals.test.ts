import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createAsymmetric } from '../../../../../../../src/runner/engines/javascript/inside/testing/asymmetric.ts';
import { equals, type Mode } from '../../../../../../../src/runner/engines/javascript/inside/testing/equals.ts';

class Point {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}
class Chain {
  readonly items: number[];
  constructor(...items: number[]) {
    this.items = items;
  }
  *[Symbol.iterator](): Generator<number> {
    yield* this.items;
  }
}
const cycle = (): unknown => {
  const a: unknown[] = [1];
  a.push(a);
  return a;
};
const { any, anything, objectContaining, arrayContaining, stringMatching, closeTo } = createAsymmetric() as Record<string, (...args: unknown[]) => object>;

type Case = readonly [name: string, a: unknown, b: unknown, mode?: Mode];
const SAME: readonly Case[] = [
  ['NaN', NaN, NaN],
  ['an undefined property and none', { a: 1, b: undefined }, { a: 1 }],
  ['a class and a plain object', new Point(1), { x: 1 }],
  ['a hole and undefined', [, 1], [undefined, 1]],
  ['sets in another order', new Set([1, { a: 2 }]), new Set([{ a: 2 }, 1])],
  ['maps with equal keys', new Map([[[1], 'a']]), new Map([[[1], 'a']])],
  ['cycles', cycle(), cycle()],
  ['dates', new Date(5), new Date(5)],
  ['errors by message', new TypeError('a'), new Error('a')],
  ['typed arrays', new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  ['iterables', new Chain(1, 2), new Chain(1, 2)],
  ['a subset', { a: { b: 1, c: 2 }, d: [1] }, { a: { b: 1 }, d: [1] }, 'subset'],
  ['what may be anything', { a: 1, b: 'xyz', c: [3, 1], d: 0.3, e: { f: 1, g: 2 } }, { a: any?.(Number), b: stringMatching?.(/y/), c: arrayContaining?.([1]), d: closeTo?.(0.1 + 0.2), e: objectContaining?.({ f: anything?.() }) }],
];
const DIFFERENT: readonly Case[] = [
  ['0 and -0', 0, -0],
  ['an array and an object', [1], { 0: 1 }],
  ['another length', [1, undefined], [1]],
  ['a class, strictly', new Point(1), { x: 1 }, 'strict'],
  ['undefined and none, strictly', { a: undefined }, {}, 'strict'],
  ['a hole, strictly', [, 1], [undefined, 1], 'strict'],
  ['sets', new Set([1, 2]), new Set([1, 3])],
  ['other bytes', new Uint8Array([1]), new Uint8Array([2])],
  ['iterables', new Chain(1, 2), new Chain(1, 3)],
  ['null and an object', null, {}],
  ['functions', () => 1, () => 1],
  ['a shorter array, as subset', { a: [1, 2] }, { a: [1] }, 'subset'],
  ['nothing, where there must be anything', {}, { a: anything?.() }],
];

const named = (one: Case): readonly [string, Case] => [one[0], one];

describe('equality, as Jest has it', () => {
  it.each(SAME.map(named))('holds for %s', (_, [, a, b, mode]) => expect(equals(a, b, mode)).toBe(true));
  it.each(DIFFERENT.map(named))('does not hold for %s', (_, [, a, b, mode]) => expect(equals(a, b, mode)).toBe(false));

  it('agrees with Node on plain data, strictly, and with itself both ways', () => {
    const data = fc.jsonValue();
    fc.assert(fc.property(data, data, (a, b) => equals(a, b, 'strict') === isDeepStrictEqual(a, b) && equals(a, b) === equals(b, a)));
    fc.assert(fc.property(data, (a) => equals(a, structuredClone(a)) && equals(a, structuredClone(a), 'subset')));
  });

  it('asks no value whether it would like to be equal', () => {
    const liar = {
      valueOf: () => 5,
      [Symbol.toPrimitive]: () => 5,
      $$typeof: Symbol.for('jest.asymmetricMatcher'),
      asymmetricMatch: () => true,
      equals: () => true,
    };
    for (const wanted of [5, '5', { a: 1 }, [1], new Set([1]), new Date(5)]) expect(equals(liar, wanted)).toBe(false);
    expect(equals(any?.(Number), 5)).toBe(false);
    expect(equals(Object.assign(new Set([2]), { has: () => true }), new Set([1]))).toBe(false);
    expect(equals({ [Symbol.toStringTag]: 'Date', getTime: () => 5 }, new Date(5))).toBe(false);
  });
});
