import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inTurns } from '../../../../src/core/review/in-turns.ts';

const KEYS = { turn: (item: string) => item.charAt(0), apart: (item: string) => item };
const deal = (items: readonly string[]) => inTurns(items, KEYS);

it.each([
  [['a1', 'a2', 'a3', 'b1', 'b2'], ['a1', 'b1', 'a2', 'b2', 'a3']],
  [['a1', 'a1', 'a2'], ['a1', 'a2', 'a1']],
  [['a2', 'a1', 'a1'], ['a1', 'a2', 'a1']],
  [['a1', 'a1', 'a1', 'b1'], ['a1', 'b1', 'a1', 'a1']],
  [['b1', 'a1', 'a1', 'a1'], ['a1', 'b1', 'a1', 'a1']],
  [[], []],
])('%j are dealt out as %j', (items, dealt) => {
  expect(deal(items)).toEqual(dealt);
});

it('all are dealt, and two that must be kept apart meet only where no order avoids it, whatever their turns', () => {
  const apart = (item: string) => item.charAt(1);
  const anyItems = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3', '4')).map(([turn, key]) => turn + key), { maxLength: 20 });
  fc.assert(
    fc.property(anyItems, (items) => {
      const dealt = inTurns(items, { ...KEYS, apart });
      expect([...dealt].sort()).toEqual([...items].sort());
      const keys = dealt.map(apart);
      const most = Math.max(0, ...keys.map((key) => keys.filter((other) => other === key).length));
      expect(keys.filter((key, i) => key === keys[i - 1]).length).toBe(Math.max(0, most - (items.length - most) - 1));
    }),
  );
});

it('where nothing need be kept apart, turns change while there is another, and each keeps its order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(99)).map(([turn, n]) => `${turn}${n}`), { maxLength: 20 }), (items) => {
      const dealt = deal(items);
      dealt.forEach((item, i) => {
        const turn = item.charAt(0);
        if (dealt[i - 1]?.startsWith(turn) === true) expect(dealt.slice(i).filter((other) => !other.startsWith(turn))).toEqual([]);
      });
      for (const turn of ['a', 'b', 'c']) expect(dealt.filter((item) => item.startsWith(turn))).toEqual(items.filter((item) => item.startsWith(turn)));
    }),
  );
});
