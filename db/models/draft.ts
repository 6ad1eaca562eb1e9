import type { CodeFiles, ParsonsLine } from './exercise.ts';
import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

/** An unfinished answer: like an Answer, but a choice may still be open. */
export type DraftAnswer =
  | { readonly type: 'MULTIPLE_CHOICE'; readonly optionId: string | null }
  | { readonly type: 'TRUE_FALSE'; readonly value: boolean | null }
  | { readonly type: 'FREE_FORM'; readonly text: string }
  | { readonly type: 'CODE_COMPLETION' | 'FIX_BUG'; readonly files: CodeFiles }
  | { readonly type: 'MULTI_SELECT'; readonly optionIds: readonly string[] }
  | { readonly type: 'SHORT_TEXT' | 'NUMERIC' | 'PREDICT_OUTPUT'; readonly text: string }
  /** The lines placed so far. */
  | { readonly type: 'PARSONS'; readonly lines: readonly ParsonsLine[] }
  | { readonly type: 'FILL_BLANKS'; readonly blanks: { readonly [blankId: string]: string } }
  | { readonly type: 'MATCHING'; readonly pairs: { readonly [leftId: string]: string } }
  | { readonly type: 'ORDERING'; readonly itemIds: readonly string[] };

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
