import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

interface FactBase extends Row {
  readonly userId: Id;
  readonly courseId: Id;
  readonly lessonId: Id;
  readonly at: EpochMs;
}

/** Something a learner did that is not an answer. Immutable. */
export type LearningFact =
  | (FactBase & { readonly kind: 'LESSON_COMPLETED'; readonly exerciseId: null })
  | (FactBase & { readonly kind: 'EXERCISE_SKIPPED'; readonly exerciseId: Id })
  | (FactBase & {
      readonly kind: 'SELF_ASSESSED';
      readonly exerciseId: Id;
      readonly attemptId: Id;
      /** The learner judged the answer right: every criterion is met. */
      readonly isRight: boolean;
      /** Indexes into the rubric's criteria. */
      readonly criteriaMet: readonly number[];
    });
