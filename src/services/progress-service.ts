import { NotFound } from '../../db/errors.ts';
import { lessonCompletedId, type Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Repositories } from '../../db/repositories.ts';
import { currentLesson, nextLesson } from '../core/progress/current-lesson.ts';
import { readCourseStats, type CourseStats } from './course-stats.ts';
import type { Environment } from './environment.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';

export interface ProgressService {
  /** Where the learner goes on (R7); null for a course without published lessons. */
  getCurrentLesson(userId: Id, courseId: Id): Promise<Lesson | null>;
  /** Makes `lessonId` the current lesson, and calculates. Throws NotFound for a lesson of another course. */
  saveProgress(userId: Id, courseId: Id, lessonId: Id): Promise<ProgressSnapshot>;
  calculateStats(userId: Id, courseId: Id): Promise<CourseStats>;
  /** Marks the lesson complete and moves on (R10); null at the end of the course. */
  advanceToNextLesson(userId: Id, courseId: Id, currentLessonId: Id): Promise<Lesson | null>;
  /** Brings the snapshot up to date with attempts and facts (R9). */
  recompute(userId: Id, courseId: Id): Promise<ProgressSnapshot>;
}

export function createProgressService({ strict, now }: Environment): ProgressService {
  return {
    getCurrentLesson: (userId, courseId) =>
      strict.read(PROGRESS_TABLES, async () => {
        const published = await strict.lessons.getByCourse(courseId, { publishedOnly: true });
        const snapshot = await strict.progress.getUserProgress(userId, courseId);
        return currentLesson(published, snapshot?.currentLessonId ?? null, snapshot?.completedLessonIds ?? []);
      }),

    saveProgress: (userId, courseId, lessonId) =>
      strict.transact(PROGRESS_TABLES, async () => {
        await lessonOf(strict, courseId, lessonId);
        return recomputeSnapshot(strict, userId, courseId, lessonId);
      }),

    calculateStats: (userId, courseId) =>
      strict.read([...PROGRESS_TABLES, 'drafts'], () => readCourseStats(strict, userId, courseId)),

    advanceToNextLesson: (userId, courseId, currentLessonId) =>
      strict.transact(PROGRESS_TABLES, async () => {
        const lesson = await lessonOf(strict, courseId, currentLessonId);
        const about = { userId, courseId, lessonId: lesson.id, exerciseId: null };
        const id = lessonCompletedId(userId, lesson.id);
        await strict.facts.record({ id, kind: 'LESSON_COMPLETED', ...about, at: now() });
        const published = await strict.lessons.getByCourse(courseId, { publishedOnly: true });
        const next = nextLesson(published, lesson);
        await recomputeSnapshot(strict, userId, courseId, next?.id ?? lesson.id);
        return next;
      }),

    recompute: (userId, courseId) =>
      strict.transact(PROGRESS_TABLES, () => recomputeSnapshot(strict, userId, courseId)),
  };
}

/** The lesson, removed or not, if it is one of this course's. */
async function lessonOf(repositories: Repositories, courseId: Id, lessonId: Id): Promise<Lesson> {
  const lesson = await repositories.lessons.getById(lessonId, { includeDeleted: true });
  if (lesson?.courseId !== courseId) throw new NotFound('lessons', lessonId);
  return lesson;
}
