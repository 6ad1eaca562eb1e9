import type { ReviewPhase } from './enums.ts';
import type { EpochMs, Id } from './ids.ts';
import type { Row, Timestamped } from './row.ts';

interface ReviewCardBase extends Row, Timestamped {
  readonly userId: Id;
  readonly courseId: Id;
  readonly lessonId: Id;
  readonly phase: ReviewPhase;
  readonly due: EpochMs;
  /** Days until the chance to recall falls to nine in ten; 0 before the first grade. */
  readonly stability: number;
  /** 1–10; 0 before the first grade. */
  readonly difficulty: number;
  /** The interval last given, in days. */
  readonly scheduledDays: number;
  /** How many of the short first steps are behind it. */
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastReviewAt: EpochMs | null;
  /** Asked no more until the learner wakes it. */
  readonly isSuspended: boolean;
}

/**
 * What a learner is to be asked again, and when: an objective of a lesson, or one exercise. Its state is always what
 * replaying its logs gives, so two devices agree by uniting logs.
 */
export type ReviewCard =
  | (ReviewCardBase & { readonly objectiveId: string; readonly exerciseId: null })
  | (ReviewCardBase & { readonly objectiveId: null; readonly exerciseId: Id });
