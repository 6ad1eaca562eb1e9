import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';

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
