import { inspect as asNode } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../../../../../src/runner/engines/javascript/inside/console.ts';
import { inspect } from '../../../../../../src/runner/engines/javascript/inside/inspect.ts';

class Point {
  readonly x = 1;
}
class Tall extends Point {}
const loop: unknown[] = [1];
loop.push(loop);
/** Values that our console shows as Node does. */
const SAME: readonly unknown[] = [
  1, -0, 5n, NaN, 'it', "it's", 'both \' and "', 'a\nb\\', true, null, undefined, Symbol('s'),
  [], [1, 2], ['a', [1, [2, [3, [4]]]]], [undefined, null], {}, { a: 1, 'b-c': 'x', [Symbol('k')]: 2 },
  { a: { b: { c: { d: 1 } } } }, new Map<unknown, unknown>([['a', { b: 1 }], [2, []]]), new Set([1, 'two']),
  new Point(), new Tall(), Object.create(null), () => 1, function named() { return 1; }, Point, /x+/g, new Date(0), loop,
  { get a() { return 1; } }, [1, 2, 3, 4, 5, 6, 7], Array.from({ length: 120 }, (_, i) => i * 7), Array.from({ length: 30 }, (_, i) => 'x'.repeat(i % 9)),
  [, 1, , , 2, ,], new Uint8Array(3), new Float64Array([1.5, -0]), new Number(1), new String('x'), new Boolean(false), new Date(NaN), new WeakMap(),
  class extends Point {}, Tall, async () => { await Promise.resolve(); }, function* () { yield 1; }, Object.assign(() => 1, { a: 1 }), Object.assign([1], { index: 0 }), /(a)/.exec('a'),
  { a: [[[[]]]], b: new Map([[{ k: 1 }, new Set([[1]])]]) }, { $a: 1, 'b c': 2, 3: 4 }, new (class Stack extends Array<number> {})(1, 2),
  Array.from({ length: 8 }, (_, i) => ({ id: i })), [['.', '#'], ['#', '.']], Array.from({ length: 4 }, () => Array.from({ length: 9 }, () => 0)),
  { text: 'a long line of text that goes on and on, until it is too long for one line\nand a second one' }, Object.defineProperty({}, 'a', { set: () => undefined, enumerable: true }), (function* () { yield 1; })(),
  new Set(Array.from({ length: 130 }, (_, i) => i)), [[['deep', [['deeper']]]]], { list: Array.from({ length: 5 }, (_, i) => ({ id: i, name: `name number ${i}` })) },
];

describe('the console’s view of a value', () => {
  it.each(SAME.map((value) => [asNode(value), value] as const))('shows %s as Node does', (text, value) => {
    expect(inspect(value)).toBe(text);
  });

  it('shows an error by its name and message, without the sandbox’s lines', () => {
    expect(inspect(new TypeError('no'))).toBe('TypeError: no');
  });

  it('lays plain data out as Node does', () => {
    const data = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme-ascii' });
    fc.assert(fc.property(data, (value) => inspect(value) === asNode(value)), { numRuns: 100 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => inspect({ value }) === asNode({ value })));
    const numbers = fc.array(fc.oneof(fc.integer(), fc.double(), fc.bigInt()), { maxLength: 130 });
    fc.assert(fc.property(numbers, (value) => inspect({ value }) === asNode({ value })));
  });

  it('never throws', () => {
    const hostile = new Proxy({}, { getPrototypeOf: () => { throw new Error('x'); } });
    expect(inspect(hostile)).toBe('[Object]');
    expect(inspect([hostile])).toBe('[ [Object] ]');
  });

  it('fills in %s and its kin, and puts spaces between the rest', () => {
    expect(format(['%s is %d, %i%% of %o', 'x', '4.5', 4.5, [1], 'rest', 2])).toBe('x is 4.5, 4% of [ 1 ] rest 2');
    expect(format(['100%', 1])).toBe('100% 1');
    expect(format([{ a: 1 }, 'b'])).toBe('{ a: 1 } b');
  });
});
