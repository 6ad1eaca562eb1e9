import type { ComponentType, ReactNode } from 'react';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { ReviewGrade } from '../../../db/models/review-log.ts';
import type { DraftService } from '../../services/draft-service.ts';
import type { ReviewItem } from '../../services/review/review-service.ts';

/** What came of an asking: graded next. */
export interface Answered {
  /** Of this asking alone, oldest first; none where the solution was shown at once. */
  readonly tries: readonly ExerciseAttempt[];
  readonly isRight: boolean;
}

/** The lesson player's part of a review, as `src/app` hands it in: one exercise with its work, results and hints. */
export type ExercisePart = ComponentType<{
  readonly userId: Id;
  readonly item: ReviewItem;
  /** From 1. */
  readonly n: number;
  readonly total: number;
  readonly drafts: DraftService;
  readonly singleKeys: boolean;
  readonly top: (saving: ReactNode) => ReactNode;
  readonly about: ReactNode;
  readonly grades: (answered: Answered, onGrade: (grade: ReviewGrade) => void) => ReactNode;
  /** null: the grade that is suggested. */
  readonly onGrade: (answered: Answered, grade: ReviewGrade | null) => void;
  readonly onUndo: () => void;
}>;
