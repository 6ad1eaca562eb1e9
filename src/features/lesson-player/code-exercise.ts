import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { CodeExercise, CodeFiles, Exercise } from '../../../db/models/exercise.ts';

/** Answered by files that are run: to be completed, or with a fault to be found. */
export const isCodeExercise = (exercise: Exercise): exercise is CodeExercise =>
  exercise.type === 'CODE_COMPLETION' || exercise.type === 'FIX_BUG';

export type CodeAnswer = Extract<DraftAnswer, { readonly files: CodeFiles }>;

export const isCodeAnswer = (answer: DraftAnswer): answer is CodeAnswer => 'files' in answer;
