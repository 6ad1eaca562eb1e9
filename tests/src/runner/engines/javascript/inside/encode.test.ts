import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeValue } from '../../../../../../src/runner/engines/javascript/inside/encode.ts';
import { readValue } from '../../../../../../src/runner/wire/read-value.ts';

const carry = (value: unknown): unknown => readValue(JSON.parse(encodeValue(value)));

describe('a value on its way out', () => {
  it('arrives as the data it is', () => {
    expect(carry([1, -0, 10n, 'x', null, undefined, true])).toEqual({
      kind: 'list',
      items: [
        { kind: 'float', text: '1' },
        { kind: 'float', text: '0' },
        { kind: 'integer', digits: '10' },
        { kind: 'string', value: 'x' },
        { kind: 'none' },
        { kind: 'undefined' },
        { kind: 'boolean', value: true },
      ],
    });
    expect(carry(new Map([['a', new Set([1])]]))).toMatchObject({ kind: 'dict', entries: [[{ value: 'a' }, { kind: 'set' }]] });
  });

  it('arrives whatever the object is made of', () => {
    fc.assert(fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true, withNullPrototype: true }), (value) => carry(value) !== null));
  });

  it('goes out as its repr when it is of another kind, bites its tail, is too large, or throws', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(carry(loop)).toEqual({ kind: 'other', typeName: 'Array', repr: '<ref *1> [ [Circular *1] ]' });
    expect(carry(Array.from({ length: 100_000 }, () => 1))).toMatchObject({ kind: 'other', typeName: 'Array' });
    expect(carry(new Date(0))).toMatchObject({ kind: 'other', typeName: 'Date' });
    expect(carry({ get a() { throw new Error('x'); } })).toMatchObject({ kind: 'other', typeName: 'Object' });
  });

  it('asks no object for its toJSON', () => {
    expect(carry({ toJSON: () => 'forged', a: 1 })).toMatchObject({ kind: 'dict', entries: [[{ value: 'toJSON' }, { kind: 'other' }], [{ value: 'a' }, { text: '1' }]] });
  });
});
