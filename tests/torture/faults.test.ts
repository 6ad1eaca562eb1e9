import { expect, it } from 'vitest';
import { figuresOf } from './faults.ts';
import { tryFaults } from './faults/try-faults.ts';

/** `npm run torture -- faults` lets every operation fail in every way. */
it('whatever operation of whatever method fails, nothing is torn and the error has a type', { timeout: 120_000 }, async () => {
  const { cases, uncovered } = await tryFaults({ isWhole: false, most: 12 });
  expect(uncovered).toEqual([]);
  expect(cases.filter((one) => !one.isTyped || one.torn.length + one.unhandled.length > 0)).toEqual([]);
  expect(figuresOf(cases)).toMatchObject({ torn: 0, unhandled: 0, untyped: 0 });
  expect(cases.length).toBeGreaterThan(500);
});
