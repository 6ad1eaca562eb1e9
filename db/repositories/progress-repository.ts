import { visible } from '../integrity.ts';
import type { Id } from '../models/ids.ts';
import type { Lesson } from '../models/lesson.ts';
import type { ProgressSnapshot } from '../models/progress-snapshot.ts';
import type { New } from '../models/row.ts';
import type { Session } from '../transaction.ts';
import { startingWith } from '../ranges.ts';
import { putOne } from './writing.ts';

export interface ProgressRepository {
  getUserProgress(userId: Id, courseId: Id): Promise<ProgressSnapshot | null>;
  getAllUserProgress(userId: Id): Promise<ProgressSnapshot[]>;
  /** The snapshots of all learners of a course. */
  getByCourse(courseId: Id): Promise<ProgressSnapshot[]>;
  /** One per learner and course; its id is `snapshotId(userId, courseId)`. */
  createOrUpdate(snapshot: New<ProgressSnapshot>): Promise<ProgressSnapshot>;
  /** The snapshot's lesson while it lives, is published and belongs to the course; else null. */
  getCurrentLesson(userId: Id, courseId: Id): Promise<Lesson | null>;
}

export function createProgressRepository(session: Session): ProgressRepository {
  const snapshots = session.db.rows('progressSnapshots');
  const find = (userId: Id, courseId: Id) => snapshots.where('[userId+courseId]').equals([userId, courseId]).first();

  return {
    getUserProgress: (userId, courseId) => session.query(async () => (await find(userId, courseId)) ?? null),
    getAllUserProgress: (userId) =>
      session.query(() => snapshots.where('[userId+courseId]').between(...startingWith(userId)).toArray()),
    getByCourse: (courseId) => session.query(() => snapshots.where('courseId').equals(courseId).toArray()),
    createOrUpdate: (snapshot) => putOne(session, 'progressSnapshots', snapshot),
    getCurrentLesson: (userId, courseId) =>
      session.query(async () => {
        const lessonId = (await find(userId, courseId))?.currentLessonId ?? null;
        const lesson = lessonId === null ? undefined : await session.db.rows('lessons').get(lessonId);
        return lesson?.isPublished === true && lesson.deletedAt === null && lesson.courseId === courseId
          ? visible<Lesson>(lesson)
          : null;
      }),
  };
}
