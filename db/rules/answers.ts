import { exactly, fields, flag, listOf, mapOf, nullable, text, variants, words, type Check } from '../checks.ts';
import type { DraftAnswer } from '../models/draft.ts';
import type { ExerciseType } from '../models/enums.ts';
import type { Answer } from '../models/exercise-attempt.ts';
import { parsonsLine } from './exercises/arrangement-rules.ts';
import { codeFiles } from './exercises/shared.ts';

/** The member of a union that one type of exercise is answered with; several types may share one. */
type Of<U extends { readonly type: ExerciseType }, T extends ExerciseType> = U extends unknown
  ? T extends U['type']
    ? U
    : never
  : never;
type AnswerTo<T extends ExerciseType> = Of<Answer, T>;
type DraftOf<T extends ExerciseType> = Of<DraftAnswer, T>;

type Shapes = { readonly [T in ExerciseType]: Check };

const written = (type: 'SHORT_TEXT' | 'NUMERIC' | 'PREDICT_OUTPUT') =>
  fields<AnswerTo<'SHORT_TEXT'>>({ type: exactly(type), text });
const ids = listOf(words);

/** Answers that are the same whether they are finished or not. */
const OPEN_ENDED = {
  FREE_FORM: fields<AnswerTo<'FREE_FORM'>>({ type: exactly('FREE_FORM'), text }),
  MULTI_SELECT: fields<AnswerTo<'MULTI_SELECT'>>({ type: exactly('MULTI_SELECT'), optionIds: ids }),
  SHORT_TEXT: written('SHORT_TEXT'),
  NUMERIC: written('NUMERIC'),
  PREDICT_OUTPUT: written('PREDICT_OUTPUT'),
  PARSONS: fields<AnswerTo<'PARSONS'>>({ type: exactly('PARSONS'), lines: listOf(parsonsLine) }),
  FILL_BLANKS: fields<AnswerTo<'FILL_BLANKS'>>({ type: exactly('FILL_BLANKS'), blanks: mapOf(text) }),
  MATCHING: fields<AnswerTo<'MATCHING'>>({ type: exactly('MATCHING'), pairs: mapOf(words) }),
  ORDERING: fields<AnswerTo<'ORDERING'>>({ type: exactly('ORDERING'), itemIds: ids }),
};

const ANSWERS: Shapes = {
  ...OPEN_ENDED,
  MULTIPLE_CHOICE: fields<AnswerTo<'MULTIPLE_CHOICE'>>({ type: exactly('MULTIPLE_CHOICE'), optionId: words }),
  TRUE_FALSE: fields<AnswerTo<'TRUE_FALSE'>>({ type: exactly('TRUE_FALSE'), value: flag }),
  CODE_COMPLETION: fields<AnswerTo<'CODE_COMPLETION'>>({ type: exactly('CODE_COMPLETION'), files: codeFiles }),
  FIX_BUG: fields<AnswerTo<'FIX_BUG'>>({ type: exactly('FIX_BUG'), files: codeFiles }),
};

const DRAFTS: Shapes = {
  ...OPEN_ENDED,
  MULTIPLE_CHOICE: fields<DraftOf<'MULTIPLE_CHOICE'>>({ type: exactly('MULTIPLE_CHOICE'), optionId: nullable(words) }),
  TRUE_FALSE: fields<DraftOf<'TRUE_FALSE'>>({ type: exactly('TRUE_FALSE'), value: nullable(flag) }),
  CODE_COMPLETION: fields<DraftOf<'CODE_COMPLETION'>>({ type: exactly('CODE_COMPLETION'), files: mapOf(text) }),
  FIX_BUG: fields<DraftOf<'FIX_BUG'>>({ type: exactly('FIX_BUG'), files: mapOf(text) }),
};

export const answerShape = variants('type', ANSWERS);
export const draftAnswerShape = variants('type', DRAFTS);
