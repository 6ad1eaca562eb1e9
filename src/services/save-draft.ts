import { DraftTakenOver } from '../../db/errors.ts';
import type { Cursor, Draft, DraftAnswer } from '../../db/models/draft.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import { draftId, type Id } from '../../db/models/ids.ts';
import type { New } from '../../db/models/row.ts';
import type { Result } from '../core/result.ts';
import type { Environment } from './environment.ts';
import { attemptWrite, type WriteFailure } from './failures.ts';
import { whereIs } from './where-is.ts';

export interface DraftPatch {
  readonly answer?: DraftAnswer;
  readonly cursor?: Cursor | null;
  readonly hintsShown?: number;
  readonly solutionRevealed?: boolean;
}

export type DraftFailure = { readonly type: 'DraftTakenOver' } | WriteFailure;

export interface DraftSave {
  readonly userId: Id;
  readonly exerciseId: Id;
  readonly patch: DraftPatch;
  /** False: this tab is the writer, and the database has not heard of it yet. */
  readonly isClaimed: boolean;
}

/** Changes the fields of the patch, over what is stored by now: saves that overlap lose nothing of each other. */
export async function saveDraft(
  { strict, tabId }: Environment,
  { userId, exerciseId, patch, isClaimed }: DraftSave,
): Promise<Result<Draft, DraftFailure>> {
  try {
    return await attemptWrite(() =>
      strict.transact(['drafts', 'exercises', 'lessons'], async () => {
        const stored = await (isClaimed ? strict.drafts.get(userId, exerciseId) : strict.drafts.claim(userId, exerciseId, tabId));
        const before = stored ?? newDraft(userId, (await whereIs(strict, exerciseId)).exercise);
        return strict.drafts.save({ ...before, ...patch, writerId: tabId });
      }),
    );
  } catch (error) {
    if (error instanceof DraftTakenOver) return { ok: false, error: { type: 'DraftTakenOver' } };
    throw error;
  }
}

export const newDraft = (userId: Id, exercise: Exercise): Omit<New<Draft>, 'writerId'> => ({
  id: draftId(userId, exercise.id),
  userId,
  exerciseId: exercise.id,
  answer: emptyAnswer(exercise),
  cursor: null,
  hintsShown: 0,
  solutionRevealed: false,
});

/** What stands there before the learner does anything. */
export function emptyAnswer(exercise: Exercise): DraftAnswer {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
      return { type: exercise.type, optionId: null };
    case 'TRUE_FALSE':
      return { type: exercise.type, value: null };
    case 'FREE_FORM':
      return { type: exercise.type, text: '' };
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT':
      return { type: exercise.type, text: '' };
    case 'MULTI_SELECT':
      return { type: exercise.type, optionIds: [] };
    case 'PARSONS':
      return { type: exercise.type, lines: [] };
    case 'FILL_BLANKS':
      return { type: exercise.type, blanks: {} };
    case 'MATCHING':
      return { type: exercise.type, pairs: {} };
    case 'ORDERING':
      return { type: exercise.type, itemIds: [] };
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return { type: exercise.type, files: exercise.starter.files };
  }
}
