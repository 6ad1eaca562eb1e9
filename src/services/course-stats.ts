import type { ExerciseStatus } from '../../db/models/enums.ts';
import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import { computeSnapshot, historiesByExercise } from '../core/progress/compute-snapshot.ts';
import { exerciseStatus } from '../core/progress/exercise-status.ts';
import { readCourseRecord } from './recompute-snapshot.ts';

export interface CourseStats {
  readonly lessons: { readonly total: number; readonly done: number };
  readonly exercises: {
    readonly total: number;
    readonly done: number;
    readonly rectified: number;
    readonly skipped: number;
    readonly inProgress: number;
  };
  readonly attempts: { readonly total: number; readonly passed: number };
  /** Over all attempts, ms. */
  readonly activeMs: number;
  /** 0–100 (R8). */
  readonly completionPercentage: number;
  readonly lastActivityAt: EpochMs | null;
}

/** Within a transaction over PROGRESS_TABLES and drafts. */
export async function readCourseStats(repositories: Repositories, userId: Id, courseId: Id): Promise<CourseStats> {
  const { outline, attempts, facts } = await readCourseRecord(repositories, userId, courseId);
  const ids = outline.lessons.flatMap((lesson) => lesson.exercises.map((exercise) => exercise.id));
  const drafted = new Set((await repositories.drafts.getByUser(userId)).map((draft) => draft.exerciseId));
  const snapshot = computeSnapshot({ userId, outline, attempts, facts, currentLessonId: null });
  const historyOf = historiesByExercise(attempts, facts);
  const statuses = ids.map((id) => exerciseStatus(historyOf(id), drafted.has(id)));
  const having = (status: ExerciseStatus): number => statuses.filter((one) => one === status).length;
  return {
    lessons: { total: snapshot.totals.lessons, done: snapshot.completedLessonIds.length },
    exercises: {
      total: ids.length,
      done: having('COMPLETED'),
      rectified: snapshot.rectifiedExerciseIds.length,
      skipped: having('SKIPPED'),
      inProgress: having('IN_PROGRESS'),
    },
    attempts: { total: attempts.length, passed: attempts.filter(({ verdict }) => verdict === 'PASSED').length },
    activeMs: attempts.reduce((sum, attempt) => sum + attempt.activeMs, 0),
    completionPercentage: snapshot.completionPercentage,
    lastActivityAt: snapshot.lastActivityAt,
  };
}
