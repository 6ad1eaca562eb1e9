import { ForeignKeyViolation, NotFound } from '../../db/errors.ts';
import type { ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import { grade, type Grade } from '../core/grading/grade.ts';
import { hasChangedSince } from '../core/progress/changed-since.ts';
import { countAttempt } from './activity.ts';
import { codeEvidence } from './code-evidence.ts';
import type { Environment } from './environment.ts';
import { writeFailureOf } from './failures.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';
import { whereIs } from './where-is.ts';

export interface Recheck {
  readonly userId: Id;
  readonly exerciseId: Id;
  /** Asked right before the code runs: whatever the learner began meanwhile goes first. */
  readonly isWanted: () => boolean;
}

/** See `AttemptService.recheck`. */
export async function recheck(environment: Environment, { userId, exerciseId, isWanted }: Recheck): Promise<boolean> {
  const { strict, runner } = environment;
  const exercise = await strict.exercises.getById(exerciseId);
  const attempts = await strict.attempts.getByExercise(userId, exerciseId);
  const solved = attempts.findLast(({ verdict }) => verdict === 'PASSED');
  if (exercise === null || solved === undefined || !hasChangedSince(attempts, exercise.rev) || !isWanted()) return false;
  const evidence = await codeEvidence(runner, exercise, solved.answer);
  if (evidence === null || evidence.checked.outcome === 'stopped') return false;
  const graded = grade(exercise, solved.answer, evidence);
  if (graded.verdict !== 'PASSED') return false;
  try {
    await record(environment, solved, exercise, graded);
    return true;
  } catch (error) {
    // The learner was erased while the code ran, or there is no room: nothing that they did is lost.
    if (error instanceof NotFound || error instanceof ForeignKeyViolation || writeFailureOf(error) !== null) return false;
    throw error;
  }
}

/** The answer of then, by the tests of now. The draft stays as it is. */
async function record({ strict, newId, now, today }: Environment, solved: ExerciseAttempt, { rev }: Exercise, { verdict, score, testResults }: Grade): Promise<unknown> {
  const { userId, exerciseId, answer, hintsUsed, solutionRevealed } = solved;
  const activity = await strict.activity();
  return strict.transact([...PROGRESS_TABLES, 'activityDays'], async () => {
    const { lesson } = await whereIs(strict, exerciseId);
    const again = { userId, exerciseId, answer, hintsUsed, solutionRevealed, verdict, score, testResults };
    const attempt = await strict.attempts.create({ id: newId(), ...again, activeMs: 0, mode: 'REPLAY', exerciseRev: rev, day: today(now()) });
    await countAttempt(activity, attempt, lesson.courseId);
    await recomputeSnapshot(strict, userId, lesson.courseId);
  });
}
