import type { EpochMs, Id } from './ids.ts';
import type { Row, Timestamped } from './row.ts';

/**
 * Where a learner stands in a course: always what recomputing it from attempts and facts would give (R9), all but
 * `currentLessonId`, which is the learner's choice. The lists are in course order, without doubles.
 */
export interface ProgressSnapshot extends Row, Timestamped {
  readonly userId: Id;
  readonly courseId: Id;
  readonly currentLessonId: Id | null;
  readonly completedLessonIds: readonly Id[];
  readonly completedExerciseIds: readonly Id[];
  /** Right after a wrong try (R11). */
  readonly rectifiedExerciseIds: readonly Id[];
  /** Of the course as published when this was computed. */
  readonly totals: { readonly lessons: number; readonly exercises: number };
  /** 0–100 (R8). */
  readonly completionPercentage: number;
  /** Of the newest attempt or fact; null before the first. */
  readonly lastActivityAt: EpochMs | null;
}
