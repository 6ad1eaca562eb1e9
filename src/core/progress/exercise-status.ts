import type { ExerciseStatus } from '../../../db/models/enums.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { LearningFact } from '../../../db/models/learning-fact.ts';

/** What progress needs of an attempt. */
export type AttemptMark = Pick<ExerciseAttempt, 'id' | 'exerciseId' | 'verdict' | 'createdAt'>;

/** All that a learner did at one exercise. */
export interface ExerciseHistory {
  readonly attempts: readonly AttemptMark[];
  readonly facts: readonly LearningFact[];
}

/** Derived, never stored: COMPLETED, else SKIPPED since the last attempt, else IN_PROGRESS, else NOT_STARTED. */
export function exerciseStatus(history: ExerciseHistory, hasDraft: boolean): ExerciseStatus {
  if (isCompleted(history)) return 'COMPLETED';
  if (isSkipped(history)) return 'SKIPPED';
  return history.attempts.length > 0 || hasDraft ? 'IN_PROGRESS' : 'NOT_STARTED';
}

/** An attempt passed, or the learner judged one right against the rubric. Nothing later takes that away (R11). */
export const isCompleted = (history: ExerciseHistory): boolean => judgements(history).some(({ isRight }) => isRight);

/** Wrong at first, then right (R11). Once right, later slips do not count. */
export function isRectified(history: ExerciseHistory): boolean {
  const inTime = judgements(history).sort(byTime);
  const firstRight = inTime.findIndex(({ isRight }) => isRight);
  return firstRight > 0;
}

function isSkipped({ attempts, facts }: ExerciseHistory): boolean {
  const skips = facts.filter((fact) => fact.kind === 'EXERCISE_SKIPPED').map(({ id, at }) => ({ id, at }));
  const tries = attempts.map(({ id, createdAt }) => ({ id, at: createdAt }));
  const lastSkip = skips.sort(byTime).at(-1);
  const lastTry = tries.sort(byTime).at(-1);
  return lastSkip !== undefined && (lastTry === undefined || byTime(lastTry, lastSkip) < 0);
}

interface Judgement {
  readonly id: Id;
  readonly at: EpochMs;
  readonly isRight: boolean;
}

/** Each time an answer was found right or wrong; an ungraded answer only is once the learner has judged it. */
function judgements({ attempts, facts }: ExerciseHistory): Judgement[] {
  return [
    ...attempts
      .filter(({ verdict }) => verdict !== 'UNGRADED')
      .map(({ id, createdAt, verdict }) => ({ id, at: createdAt, isRight: verdict === 'PASSED' })),
    ...facts.filter((fact) => fact.kind === 'SELF_ASSESSED').map(({ id, at, isRight }) => ({ id, at, isRight })),
  ];
}

/** UUIDv7s break a tie within a millisecond by the order they were made in. */
const byTime = (a: { at: EpochMs; id: Id }, b: { at: EpochMs; id: Id }): number =>
  a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
