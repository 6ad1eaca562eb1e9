import { NotFound } from '../../db/errors.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Environment } from './environment.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';
import { whereIs } from './where-is.ts';

export interface SelfAssessment {
  readonly userId: Id;
  readonly exerciseId: Id;
  readonly attemptId: Id;
  /** Indexes into the rubric's criteria. */
  readonly criteriaMet: readonly number[];
}

export interface Skip {
  readonly userId: Id;
  readonly exerciseId: Id;
}

/** The learner's own judgement of a rubric answer; see `AttemptService.assessSelf`. */
export const assessSelf = (
  { strict, now }: Environment,
  { userId, exerciseId, attemptId, criteriaMet }: SelfAssessment,
): Promise<ProgressSnapshot> =>
  strict.transact(PROGRESS_TABLES, async () => {
    const { exercise, lesson } = await whereIs(strict, exerciseId);
    const attempt = await strict.attempts.getById(attemptId);
    if (attempt?.userId !== userId || attempt.exerciseId !== exerciseId) {
      throw new NotFound('exerciseAttempts', attemptId);
    }
    await strict.facts.record({
      id: `${userId}/${attemptId}/SELF_ASSESSED`,
      kind: 'SELF_ASSESSED',
      ...{ userId, courseId: lesson.courseId, lessonId: lesson.id, exerciseId, attemptId },
      isRight: isEveryCriterionMet(exercise, criteriaMet),
      criteriaMet: [...new Set(criteriaMet)].sort((a, b) => a - b),
      at: now(),
    });
    return recomputeSnapshot(strict, userId, lesson.courseId);
  });

/** Goes on without an answer. */
export const skipExercise = ({ strict, now, newId }: Environment, { userId, exerciseId }: Skip): Promise<ProgressSnapshot> =>
  strict.transact(PROGRESS_TABLES, async () => {
    const { lesson } = await whereIs(strict, exerciseId);
    const about = { userId, courseId: lesson.courseId, lessonId: lesson.id, exerciseId };
    await strict.facts.record({ id: newId(), kind: 'EXERCISE_SKIPPED', ...about, at: now() });
    return recomputeSnapshot(strict, userId, lesson.courseId);
  });

function isEveryCriterionMet(exercise: Exercise, criteriaMet: readonly number[]): boolean {
  if (exercise.type !== 'FREE_FORM' || exercise.answerKey.kind !== 'rubric') {
    throw new TypeError(`the exercise ${exercise.id} is not judged by its learner`);
  }
  return exercise.answerKey.criteria.every((_, index) => criteriaMet.includes(index));
}
