import type { Answer } from './exercise-attempt.ts';
import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

/** An unfinished answer: like an Answer, but a choice may still be open, and parts of it may be missing. */
export type DraftAnswer =
  | { readonly type: 'MULTIPLE_CHOICE'; readonly optionId: string | null }
  | { readonly type: 'TRUE_FALSE'; readonly value: boolean | null }
  | Exclude<Answer, { readonly type: 'MULTIPLE_CHOICE' | 'TRUE_FALSE' }>;

/** Where the cursor was: offsets into the text of `file` (null: the exercise's one text field). */
export interface Cursor {
  readonly file: string | null;
  readonly anchor: number;
  readonly head: number;
}

/** What a learner is typing, one per learner and exercise. */
export interface Draft extends Row {
  readonly userId: Id;
  readonly exerciseId: Id;
  readonly answer: DraftAnswer;
  readonly cursor: Cursor | null;
  readonly hintsShown: number;
  readonly solutionRevealed: boolean;
  /** The tab that may write it; another must claim it first (R17). */
  readonly writerId: string;
  readonly updatedAt: EpochMs;
}
