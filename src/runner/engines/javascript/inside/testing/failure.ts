import { weakGet, weakSet } from '../primordials.ts';

/** What a test tells of one comparison. */
export interface Comparison {
  readonly called: string | null;
  readonly expected: string | null;
  readonly got: string | null;
}

export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

// Known by what we threw: an error that only looks like one is the learner's own.
const comparisons = new WeakMap<object, unknown>();

/** An error to be thrown where an expectation did not hold. */
export function failure(message: string, comparison: Comparison): AssertionError {
  const error = new AssertionError(message);
  weakSet(comparisons, error, comparison);
  return error;
}

export const comparisonOf = (error: unknown): Comparison | null =>
  typeof error === 'object' && error !== null ? ((weakGet(comparisons, error) as Comparison | undefined) ?? null) : null;
