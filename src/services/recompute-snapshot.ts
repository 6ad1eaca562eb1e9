import type { ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { Id } from '../../db/models/ids.ts';
import type { LearningFact } from '../../db/models/learning-fact.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { TableName } from '../../db/tables.ts';
import { computeSnapshot, type ComputedSnapshot } from '../core/progress/compute-snapshot.ts';
import { outlineOf, type Outline } from '../core/progress/outline.ts';

/** What a transaction must span to bring a snapshot up to date. */
export const PROGRESS_TABLES = [
  'users',
  'courses',
  'lessons',
  'exercises',
  'exerciseAttempts',
  'learningFacts',
  'progressSnapshots',
] as const satisfies readonly TableName[];

/** All that one learner did in one course. */
export interface CourseRecord {
  readonly outline: Outline;
  readonly attempts: readonly ExerciseAttempt[];
  readonly facts: readonly LearningFact[];
}

export async function readCourseRecord(repositories: Repositories, userId: Id, courseId: Id): Promise<CourseRecord> {
  const lessons = await repositories.lessons.getByCourse(courseId, { publishedOnly: true });
  const exercises = await repositories.exercises.getOutlines(lessons.map((lesson) => lesson.id));
  const ids = exercises.map((exercise) => exercise.id);
  return {
    outline: outlineOf(courseId, lessons, exercises),
    attempts: await repositories.attempts.getByExercises(userId, ids),
    facts: await repositories.facts.getByCourse(userId, courseId),
  };
}

/**
 * Computes the snapshot anew from attempts and facts (R9), within the transaction around it, which spans
 * PROGRESS_TABLES. `currentLessonId` is kept unless given. Nothing is written when nothing changed.
 */
export async function recomputeSnapshot(
  repositories: Repositories,
  userId: Id,
  courseId: Id,
  currentLessonId?: Id,
): Promise<ProgressSnapshot> {
  const before = await repositories.progress.getUserProgress(userId, courseId);
  const record = await readCourseRecord(repositories, userId, courseId);
  const after = computeSnapshot({
    ...record,
    userId,
    currentLessonId: currentLessonId ?? before?.currentLessonId ?? null,
  });
  if (before !== null && isSameSnapshot(before, after)) return before;
  return repositories.progress.createOrUpdate(after);
}

/** Alike in all but the times. */
const isSameSnapshot = (before: ComputedSnapshot, after: ComputedSnapshot): boolean =>
  canonical(before) === canonical(after);

const canonical = (snapshot: ComputedSnapshot): string =>
  JSON.stringify([
    snapshot.currentLessonId,
    snapshot.completedLessonIds,
    snapshot.completedExerciseIds,
    snapshot.rectifiedExerciseIds,
    snapshot.totals.lessons,
    snapshot.totals.exercises,
    snapshot.completionPercentage,
    snapshot.lastActivityAt,
  ]);
