import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';

type Solving = Pick<ExerciseAttempt, 'verdict' | 'exerciseRev'>;

/** An answer that was right, or was left to its learner to judge. */
export const maySolve = ({ verdict }: Solving): boolean => verdict === 'PASSED' || verdict === 'UNGRADED';

/** Of an exercise that is done: whether its author has changed its answer since. `attempts`: all of the learner's, in any order. */
export function hasChangedSince(attempts: readonly Solving[], rev: number): boolean {
  const solving = attempts.filter(maySolve);
  return solving.length > 0 && solving.every(({ exerciseRev }) => exerciseRev < rev);
}
