import type { ActivityDay } from '../../../db/models/activity-day.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import { activityDayId, type Id } from '../../../db/models/ids.ts';

/** What a day's counters need of an attempt. */
export type CountedAttempt = Pick<ExerciseAttempt, 'userId' | 'exerciseId' | 'day' | 'verdict' | 'mode' | 'activeMs'>;

/**
 * What every counter must say: one row for each learner, course and day with an attempt, in the order of their ids.
 * `courseOf` null: the exercise is gone with its course, and its attempts are in no row.
 */
export function countDays(attempts: readonly CountedAttempt[], courseOf: (exerciseId: Id) => Id | null): readonly ActivityDay[] {
  const rows = new Map<Id, ActivityDay>();
  for (const attempt of attempts) {
    const courseId = courseOf(attempt.exerciseId);
    if (courseId === null) continue;
    const id = activityDayId(attempt.userId, courseId, attempt.day);
    rows.set(id, withAttempt(rows.get(id) ?? null, attempt, courseId));
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The row with one attempt more. `row`: of the attempt's own learner, course and day; null: it is the first of that day. */
export function withAttempt(row: ActivityDay | null, attempt: Omit<CountedAttempt, 'exerciseId'>, courseId: Id): ActivityDay {
  const { userId, day, verdict, mode, activeMs } = attempt;
  const before = row ?? { attempts: 0, passed: 0, reviews: 0, activeMs: 0 };
  return {
    id: activityDayId(userId, courseId, day),
    userId,
    courseId,
    day,
    attempts: before.attempts + 1,
    passed: before.passed + Number(verdict === 'PASSED'),
    reviews: before.reviews + Number(mode === 'REVIEW'),
    activeMs: before.activeMs + activeMs,
  };
}
