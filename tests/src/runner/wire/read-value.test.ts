import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../src/core/run-result.ts';
import { readValue } from '../../../../src/runner/wire/read-value.ts';

const one: Value = { kind: 'integer', digits: '1' };
const GOOD: readonly Value[] = [
  { kind: 'none' },
  { kind: 'undefined' },
  { kind: 'boolean', value: false },
  { kind: 'integer', digits: '-12345678901234567890' },
  { kind: 'float', text: 'NaN' },
  { kind: 'string', value: '\ud800' },
  { kind: 'list', items: [one, { kind: 'tuple', items: [] }] },
  { kind: 'set', items: [one] },
  { kind: 'dict', entries: [[one, { kind: 'none' }]] },
  { kind: 'other', typeName: 'Point', repr: 'Point(1)' },
];
const BAD: readonly unknown[] = [
  undefined,
  null,
  1,
  'none',
  [],
  {},
  { kind: 'verdict', value: true },
  { kind: 'boolean', value: 'yes' },
  { kind: 'integer', digits: '1; drop' },
  { kind: 'integer', digits: 1 },
  { kind: 'list', items: [one, 2] },
  { kind: 'list', items: { length: 1 } },
  { kind: 'dict', entries: [[one]] },
  { kind: 'other', typeName: 'x' },
];

describe('a value from the sandbox', () => {
  it('comes through as it is when it is one', () => {
    for (const value of GOOD) expect(readValue(JSON.parse(JSON.stringify(value)))).toEqual(value);
  });

  it('is nothing at all when any part of it is not', () => {
    for (const raw of BAD) expect(readValue(raw)).toBeNull();
  });

  it('is cut where it is too long, and nothing at all where it is too deep', () => {
    expect(readValue({ kind: 'other', typeName: 'x', repr: 'y'.repeat(5000) })).toMatchObject({ repr: 'y'.repeat(2000) });
    let deep: unknown = one;
    for (let i = 0; i < 200; i++) deep = { kind: 'list', items: [deep] };
    expect(readValue(deep)).toBeNull();
  });
});
