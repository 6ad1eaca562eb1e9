import { also, exactly, fields, listOf, nothing, nullable, number, oneOf, text, variants, words } from '../../checks.ts';
import { CodeLanguage } from '../../models/enums.ts';
import type {
  FreeFormExercise,
  FreeFormRubric,
  FreeFormRules,
  NumericExercise,
  PredictOutputExercise,
  ShortTextExercise,
  TextRules,
} from '../../models/exercise.ts';
import { ACCEPTS_SOMETHING, acceptsSomething, areUnique, base, mistakes, program, textRules } from './shared.ts';

const rules = also(
  fields<FreeFormRules>({
    ...textRules,
    kind: exactly('rules'),
    number: nullable(fields({ value: number, tolerance: number })),
    keywords: listOf(words),
  }),
  'accepted',
  ACCEPTS_SOMETHING,
  (key) => acceptsSomething(key) || key.keywords.length > 0 || key.number !== null,
);
const rubric = fields<FreeFormRubric>({ kind: exactly('rubric'), criteria: listOf(words, 1), sample: words });

export const freeForm = fields<FreeFormExercise>({
  ...base,
  type: exactly('FREE_FORM'),
  options: nothing,
  answerKey: variants('kind', { rules, rubric }),
  mistakes,
  starter: nothing,
  tests: nothing,
});

export const shortText = fields<ShortTextExercise>({
  ...base,
  type: exactly('SHORT_TEXT'),
  options: nothing,
  answerKey: also(fields<TextRules>(textRules), 'accepted', ACCEPTS_SOMETHING, acceptsSomething),
  mistakes,
  starter: nothing,
  tests: nothing,
});

type NumericKey = NumericExercise['answerKey'];
type Unit = NumericKey['units'][number];

const unit = also(fields<Unit>({ unit: words, factor: number }), 'factor', 'must be above 0', ({ factor }) => factor > 0);
const units = also(
  also<NumericKey['units']>(listOf(unit), '', 'must differ', (list) => areUnique(list.map((one) => one.unit))),
  '',
  "must begin with the value's own, of factor 1",
  ([own]) => own === undefined || own.factor === 1,
);

export const numeric = fields<NumericExercise>({
  ...base,
  type: exactly('NUMERIC'),
  options: nothing,
  answerKey: also(
    also(
      fields<NumericKey>({ value: number, absolute: number, relative: number, units }),
      'absolute',
      'must not be below 0',
      ({ absolute }) => absolute >= 0,
    ),
    'relative',
    'must not be below 0',
    ({ relative }) => relative >= 0,
  ),
  mistakes,
  starter: nothing,
  tests: nothing,
});

export const predictOutput = fields<PredictOutputExercise>({
  ...base,
  type: exactly('PREDICT_OUTPUT'),
  language: oneOf(CodeLanguage),
  options: nothing,
  answerKey: fields({ stdout: text }),
  mistakes,
  starter: program,
  tests: nothing,
});
