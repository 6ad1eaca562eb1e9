import { variants, type Check } from '../checks.ts';
import type { ExerciseType } from '../models/enums.ts';
import type { Exercise } from '../models/exercise.ts';
import { fillBlanks, matching, ordering, parsons } from './exercises/arrangement-rules.ts';
import { multipleChoice, multiSelect, trueFalse } from './exercises/choice-rules.ts';
import { codeCompletion, fixBug } from './exercises/code-rules.ts';
import { freeForm, numeric, predictOutput, shortText } from './exercises/text-rules.ts';
import type { TableRules } from './rules.ts';

/** The shape of options, key, starter and tests follows the type; each type that is missing here fails to compile. */
const SHAPES: { readonly [T in ExerciseType]: Check } = {
  MULTIPLE_CHOICE: multipleChoice,
  TRUE_FALSE: trueFalse,
  FREE_FORM: freeForm,
  CODE_COMPLETION: codeCompletion,
  MULTI_SELECT: multiSelect,
  SHORT_TEXT: shortText,
  NUMERIC: numeric,
  PREDICT_OUTPUT: predictOutput,
  PARSONS: parsons,
  FIX_BUG: fixBug,
  FILL_BLANKS: fillBlanks,
  MATCHING: matching,
  ORDERING: ordering,
};

export const exerciseRules: TableRules<Exercise> = {
  shape: variants('type', SHAPES),
  times: 'created and updated',
  isImmutable: false,
  unique: [],
  references: [
    { field: 'lessonId', to: 'lessons', idOf: (exercise) => exercise.lessonId, index: '[lessonId+order]', onErase: 'refuse' },
  ],
  hidden: ({ lessonId, variantOf }) => (variantOf === null ? { listedIn: lessonId } : {}),
};
