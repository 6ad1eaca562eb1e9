import type { ActivityDay } from '../models/activity-day.ts';
import { activityDayId, type Id, type LocalDay } from '../models/ids.ts';
import { startingWith } from '../ranges.ts';
import type { Session } from '../transaction.ts';

/** Days of activity, counted from attempts: who writes an attempt writes its day in the same transaction. */
export interface ActivityRepository {
  /** Of all courses, by day; both ends included. */
  getDays(userId: Id, from: LocalDay, to: LocalDay): Promise<ActivityDay[]>;
  getDaysInCourse(userId: Id, courseId: Id, from: LocalDay, to: LocalDay): Promise<ActivityDay[]>;
  getAll(userId: Id): Promise<ActivityDay[]>;
  get(userId: Id, courseId: Id, day: LocalDay): Promise<ActivityDay | null>;
  /** Puts the day in the place of the one that is there. */
  put(day: ActivityDay): Promise<void>;
  /** Puts these in the place of all that the learner has. */
  replaceAll(userId: Id, days: readonly ActivityDay[]): Promise<void>;
}

export function createActivityRepository(session: Session): ActivityRepository {
  const days = session.db.table<ActivityDay, Id>('activityDays');
  const ofUser = (userId: Id) => days.where('[userId+day]').between(...startingWith(userId));

  return {
    getDays: (userId, from, to) =>
      session.query(() => days.where('[userId+day]').between([userId, from], [userId, to], true, true).toArray()),
    getDaysInCourse: (userId, courseId, from, to) =>
      session.query(() =>
        days.where('[userId+courseId+day]').between([userId, courseId, from], [userId, courseId, to], true, true).toArray(),
      ),
    getAll: (userId) => session.query(() => ofUser(userId).toArray()),
    get: (userId, courseId, day) => session.query(async () => (await days.get(activityDayId(userId, courseId, day))) ?? null),
    put: (day) =>
      session.write(['activityDays'], async () => {
        await days.put(day);
      }),
    replaceAll: (userId, rows) =>
      session.write(['activityDays'], async () => {
        await days.bulkDelete(await ofUser(userId).primaryKeys());
        await days.bulkPut(rows);
      }),
  };
}
