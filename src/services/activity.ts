import type { ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { ActivityDay } from '../../db/models/activity-day.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { ActivityRepository } from '../../db/repositories/activity-repository.ts';
import type { AnyTable } from '../../db/transaction.ts';
import { countDays, withAttempt } from '../core/activity/count-days.ts';

/** What a recount reads and writes. */
export const ACTIVITY_TABLES = ['lessons', 'exercises', 'exerciseAttempts', 'activityDays'] as const satisfies readonly AnyTable[];

/** One more attempt, at an exercise of this course. Within the transaction that wrote it, which spans `activityDays`. */
export async function countAttempt(activity: ActivityRepository, attempt: ExerciseAttempt, courseId: Id): Promise<void> {
  const before = await activity.get(attempt.userId, courseId, attempt.day);
  await activity.put(withAttempt(before, attempt, courseId));
}

/**
 * Counts the learner's days anew from their attempts: after an upgrade, a restore, a recovery, an erasure undone. Within a
 * transaction over ACTIVITY_TABLES; `activity` is asked for before it begins.
 */
export async function recountActivity(repositories: Repositories, activity: ActivityRepository, userId: Id): Promise<void> {
  await activity.replaceAll(userId, await countedDays(repositories, userId));
}

/** What the learner's days should say. */
export async function countedDays(repositories: Repositories, userId: Id): Promise<readonly ActivityDay[]> {
  const attempts = await repositories.attempts.getRecent(userId, ALL);
  const exercises = await repositories.lookUp('exercises', [...new Set(attempts.map(({ exerciseId }) => exerciseId))]);
  const lessonOf = new Map(exercises.map((row) => [row?.id, String(row?.lessonId)]));
  const lessons = await repositories.lookUp('lessons', [...new Set(lessonOf.values())]);
  const courseOf = new Map(lessons.map((row) => [row?.id, row?.courseId]));
  return countDays(attempts, (exerciseId) => {
    const courseId = courseOf.get(lessonOf.get(exerciseId));
    return typeof courseId === 'string' ? courseId : null;
  });
}

/** IndexedDB counts no further. */
const ALL = 0xffff_ffff;
