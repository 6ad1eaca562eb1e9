import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  isSameArrangement,
  moved,
  placeAt,
  placeOf,
  takeAway,
  type Arrangement,
  type Limits,
  type Move,
} from '../../../../../src/features/lesson-player/arrange/arrangement.ts';

const ALL = ['a', 'b', 'c', 'd', 'e'];
const limits: fc.Arbitrary<Limits> = fc.record({ hasSpare: fc.boolean(), maxIndent: fc.integer({ min: 0, max: 4 }) });
const move = fc.constantFrom<Move>('up', 'down', 'in', 'out', 'away');
const steps = fc.array(fc.record({ id: fc.constantFrom(...ALL), move }), { maxLength: 40 });

/** Where things without spare ones begin: all of them placed. */
const begin = ({ hasSpare }: Limits): Arrangement => (hasSpare ? [] : ALL.map((id) => ({ id, indent: 0 })));

describe('moves', () => {
  it('lose nothing, double nothing and keep within bounds, whatever is pressed', () => {
    fc.assert(
      fc.property(limits, steps, (bounds, presses) => {
        const end = presses.reduce((placed, press) => moved(placed, press.id, press.move, bounds), begin(bounds));
        const ids = end.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        if (!bounds.hasSpare) expect([...ids].sort()).toEqual(ALL);
        expect(end.every(({ indent }) => indent >= 0 && indent <= bounds.maxIndent)).toBe(true);
      }),
    );
  });

  it('change one thing alone: the others keep their order and their depth', () => {
    fc.assert(
      fc.property(limits, steps, fc.constantFrom(...ALL), move, (bounds, presses, id, last) => {
        const before = presses.reduce((placed, press) => moved(placed, press.id, press.move, bounds), begin(bounds));
        expect(takeAway(moved(before, id, last, bounds), id)).toEqual(takeAway(before, id));
      }),
    );
  });

  it('are undone by their opposite, unless they were at an end', () => {
    const pairs: readonly (readonly [Move, Move])[] = [['up', 'down'], ['down', 'up'], ['in', 'out'], ['out', 'in']];
    fc.assert(
      fc.property(limits, steps, fc.constantFrom(...ALL), fc.constantFrom(...pairs), (bounds, presses, id, [there, back]) => {
        const before = presses.reduce((placed, press) => moved(placed, press.id, press.move, bounds), begin(bounds));
        if (placeOf(before, id) < 0) return;
        const after = moved(before, id, there, bounds);
        if (after === before || placeOf(after, id) < 0) return;
        expect(moved(after, id, back, bounds)).toEqual(before);
      }),
    );
  });

  it('say by being the same that there is no such step', () => {
    const alone = [{ id: 'a', indent: 0 }];
    expect(moved(alone, 'a', 'up', { hasSpare: true, maxIndent: 1 })).toBe(alone);
    expect(moved(alone, 'a', 'down', { hasSpare: false, maxIndent: 1 })).toBe(alone);
    expect(moved(alone, 'a', 'out', { hasSpare: true, maxIndent: 1 })).toBe(alone);
    expect(moved(alone, 'b', 'down', { hasSpare: true, maxIndent: 1 })).toBe(alone);
    expect(moved(alone, 'a', 'in', { hasSpare: true, maxIndent: 0 })).toBe(alone);
  });
});

describe('a place', () => {
  it('is counted among the others, and brought within bounds', () => {
    const placed = [{ id: 'a', indent: 0 }, { id: 'b', indent: 1 }];
    const bounds = { hasSpare: true, maxIndent: 2 };
    expect(placeAt(placed, 'a', 1, 0, bounds).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(placeAt(placed, 'c', 9, 9, bounds).at(-1)).toEqual({ id: 'c', indent: 2 });
    expect(placeAt(placed, 'c', -1, -1, bounds)[0]).toEqual({ id: 'c', indent: 0 });
  });

  it('at the end is as deep as the line before', () => {
    expect(append([{ id: 'a', indent: 1 }], 'b', { hasSpare: true, maxIndent: 2 }).at(-1)).toEqual({ id: 'b', indent: 1 });
    expect(append([], 'b', { hasSpare: true, maxIndent: 2 })).toEqual([{ id: 'b', indent: 0 }]);
  });

  it('makes two arrangements the same by order and depth', () => {
    expect(isSameArrangement([{ id: 'a', indent: 0 }], [{ id: 'a', indent: 0 }])).toBe(true);
    expect(isSameArrangement([{ id: 'a', indent: 0 }], [{ id: 'a', indent: 1 }])).toBe(false);
    expect(isSameArrangement([{ id: 'a', indent: 0 }], [])).toBe(false);
  });
});
