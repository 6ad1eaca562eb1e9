import { expect, it } from 'vitest';
import { hasChangedSince } from '../../../../src/core/progress/changed-since.ts';

const tried = (verdict: 'PASSED' | 'FAILED' | 'UNGRADED', exerciseRev: number) => ({ verdict, exerciseRev });

it.each([
  ['solved at an earlier rev', [tried('PASSED', 1)], 2, true],
  ['tried again in vain', [tried('PASSED', 1), tried('FAILED', 2)], 2, true],
  ['solved again', [tried('PASSED', 2), tried('PASSED', 1)], 2, false],
  ['judged by the learner at an earlier rev', [tried('UNGRADED', 1)], 2, true],
  ['solved as it is', [tried('PASSED', 1)], 1, false],
  ['gone back to an earlier version', [tried('PASSED', 2)], 1, false],
  ['never solved', [tried('FAILED', 1)], 2, false],
] as const)('%s', (_, attempts, rev, hasChanged) => {
  expect(hasChangedSince(attempts, rev)).toBe(hasChanged);
});
