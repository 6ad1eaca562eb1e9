import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uuidV7, uuidV7At } from '../../../src/core/uuid-v7.ts';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

it('has the form of version 7, and the time in front', () => {
  const before = Date.now();
  const id = uuidV7();
  expect(id).toMatch(FORM);
  expect(timeOf(id)).toBeGreaterThanOrEqual(before);
  expect(timeOf(id)).toBeLessThanOrEqual(Date.now());
});

it('each sorts after the one before it, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 2, maxLength: 50 }), (times) => {
      const ids = times.map((time) => uuidV7(time));
      expect(ids.filter((id) => !FORM.test(id))).toEqual([]);
      expect([...new Set(ids)].sort()).toEqual(ids);
    }),
  );
});

it('ten thousand in one millisecond are all different, and in order', () => {
  const ids = Array.from({ length: 10_000 }, () => uuidV7(2 ** 43));
  expect([...new Set(ids)].sort()).toEqual(ids);
});

it('of a very time, the time is that one, whatever came before', () => {
  uuidV7(2 ** 44);
  const ids = [2 ** 40, 7].map((time) => uuidV7At(time));
  expect(ids.filter((id) => !FORM.test(id))).toEqual([]);
  expect(ids.map(timeOf)).toEqual([2 ** 40, 7]);
});
