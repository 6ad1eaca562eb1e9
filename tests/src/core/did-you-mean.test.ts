import { expect, it } from 'vitest';
import { didYouMean } from '../../../src/core/did-you-mean.ts';

const FIELDS = ['id', 'type', 'prompt', 'hints', 'explanation', 'options', 'caseSensitive'];

it.each([
  ['hint', 'hints'],
  ['promt', 'prompt'],
  ['tpye', 'type'],
  ['casesensitive', 'caseSensitive'],
  ['explaination', 'explanation'],
])('takes %s for %s', (written, meant) => {
  expect(didYouMean(written, FIELDS)).toBe(meant);
});

it.each(['colour', 'x', ''])('makes no guess at %j', (written) => {
  expect(didYouMean(written, FIELDS)).toBeNull();
});

it('takes no time over endless names, or endlessly many', () => {
  const began = performance.now();
  expect(didYouMean('x'.repeat(1_000_000), ['x'.repeat(999_999)])).toBeNull();
  expect(didYouMean('hint', Array.from({ length: 100_000 }, (_, i) => `name-${i}`))).toBeNull();
  expect(performance.now() - began).toBeLessThan(2_000);
});
