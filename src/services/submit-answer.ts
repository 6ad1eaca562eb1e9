import { ForeignKeyViolation, NotFound } from '../../db/errors.ts';
import type { Draft } from '../../db/models/draft.ts';
import type { AttemptMode } from '../../db/models/enums.ts';
import type { Answer, ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import { draftId, type Id } from '../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { ActivityRepository } from '../../db/repositories/activity-repository.ts';
import { grade, type Grade } from '../core/grading/grade.ts';
import { fail, type Result } from '../core/result.ts';
import { countAttempt } from './activity.ts';
import { codeEvidence } from './code-evidence.ts';
import type { Environment } from './environment.ts';
import { attemptWrite, type WriteFailure } from './failures.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';
import { whereIs } from './where-is.ts';

export interface SubmitInput {
  readonly userId: Id;
  readonly exerciseId: Id;
  readonly answer: Answer;
  readonly hintsUsed: number;
  readonly solutionRevealed: boolean;
  /** Time at this exercise since the last attempt, ms. */
  readonly activeMs: number;
  readonly mode: AttemptMode;
}

export interface Submission {
  readonly attempt: ExerciseAttempt;
  readonly grade: Grade;
  readonly progress: ProgressSnapshot;
}

export type SubmitFailure =
  | { readonly type: 'NotFound' }
  /** The learner stopped the run: nothing was recorded. */
  | { readonly type: 'Stopped' }
  | WriteFailure;

/**
 * The way of an answer: read the exercise, run code in the sandbox, grade, and only then open the one transaction
 * that records everything (IndexedDB commits a transaction that waits on anything else).
 */
export async function submitAnswer(
  environment: Environment,
  input: SubmitInput,
): Promise<Result<Submission, SubmitFailure>> {
  const exercise = await environment.strict.exercises.getById(input.exerciseId);
  if (exercise === null) return fail({ type: 'NotFound' });
  const draft = await environment.strict.drafts.get(input.userId, input.exerciseId);
  const evidence = await codeEvidence(environment.runner, exercise, input.answer);
  if (evidence?.checked.outcome === 'stopped') return fail({ type: 'Stopped' });
  const graded = grade(exercise, input.answer, evidence);
  const activity = await environment.strict.activity();
  try {
    return await attemptWrite(() => record(environment, activity, { input, exercise, graded, draftBefore: draft }));
  } catch (error) {
    // The learner, or the course, was erased while the code ran.
    if (error instanceof NotFound || error instanceof ForeignKeyViolation) return fail({ type: 'NotFound' });
    throw error;
  }
}

/** An answer, and what came of it. */
interface Judged {
  readonly input: SubmitInput;
  readonly exercise: Exercise;
  readonly graded: Grade;
  /** As it was before the code ran. */
  readonly draftBefore: Draft | null;
}

function record(
  { strict, newId, tabId, now, today }: Environment,
  activity: ActivityRepository,
  { input, exercise: { id: exerciseId, rev }, graded, draftBefore }: Judged,
): Promise<Submission> {
  const { userId, answer, hintsUsed, solutionRevealed, activeMs, mode } = input;
  const { verdict, score, testResults } = graded;
  return strict.transact([...PROGRESS_TABLES, 'drafts', 'activityDays'], async () => {
    const { lesson } = await whereIs(strict, exerciseId);
    const before = await strict.progress.getUserProgress(userId, lesson.courseId);
    const attempt = await strict.attempts.create({
      id: newId(),
      ...{ userId, exerciseId, answer, verdict, score, testResults },
      ...{ hintsUsed, solutionRevealed, activeMs, mode, exerciseRev: rev, day: today(now()) },
    });
    await countAttempt(activity, attempt, lesson.courseId);
    const draft = await strict.drafts.get(userId, exerciseId);
    // Another tab's draft is left to it (R17), and so is what was typed while the code ran.
    const isAsBefore = draft?.updatedAt === draftBefore?.updatedAt;
    // A review has drafts of its own: the lesson's stays as the learner left it.
    if (mode !== 'REVIEW' && (draft === null || (draft.writerId === tabId && isAsBefore))) {
      const about = { id: draftId(userId, exerciseId), userId, exerciseId, writerId: tabId };
      await strict.drafts.save({
        ...about,
        answer,
        cursor: draft?.cursor ?? null,
        hintsShown: Math.max(hintsUsed, draft?.hintsShown ?? 0),
        solutionRevealed: solutionRevealed || draft?.solutionRevealed === true,
      });
    }
    // Working at an unfinished lesson makes it the current one; going back to a finished one does not.
    const isAtWork = mode === 'LESSON' && before?.completedLessonIds.includes(lesson.id) !== true;
    const progress = await recomputeSnapshot(strict, userId, lesson.courseId, isAtWork ? lesson.id : undefined);
    return { attempt, grade: graded, progress };
  });
}
