import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import type { Outcome } from './outcome.ts';

/** What the last check said of each part of the answer, by the part's id. */
export const partMarks = (outcome: Outcome | null): ReadonlyMap<string, TestResult> =>
  new Map((outcome?.testResults ?? []).map((result) => [result.id, result]));
