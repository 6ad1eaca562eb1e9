import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

interface ReviewLogBase extends Row {
  readonly userId: Id;
  readonly courseId: Id;
  readonly cardId: Id;
  readonly at: EpochMs;
}

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type ReviewGrade = 1 | 2 | 3 | 4;

export type GradedLog = ReviewLogBase & {
  readonly kind: 'GRADED';
  /** The answer that was graded; null where the learner only recalled. */
  readonly attemptId: Id | null;
  readonly grade: ReviewGrade;
};

/** Takes back the graded log `logId` of the same card. */
export type UndoneLog = ReviewLogBase & { readonly kind: 'UNDONE'; readonly logId: Id };

/** Immutable: what was undone keeps its log, and is left out when the card is replayed. */
export type ReviewLog = GradedLog | UndoneLog;
