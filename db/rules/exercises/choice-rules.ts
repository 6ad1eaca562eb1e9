import { also, exactly, fields, flag, listOf, nothing, words } from '../../checks.ts';
import type { MultipleChoiceExercise, MultiSelectExercise, TrueFalseExercise } from '../../models/exercise.ts';
import { areUnique, base, idsOf, options } from './shared.ts';

export const multipleChoice = also(
  fields<MultipleChoiceExercise>({
    ...base,
    type: exactly('MULTIPLE_CHOICE'),
    options: options(2),
    answerKey: fields({ optionId: words }),
    starter: nothing,
    tests: nothing,
  }),
  'answerKey',
  'must name one of the options',
  (exercise) => idsOf(exercise.options).includes(exercise.answerKey.optionId),
);

export const trueFalse = also(
  fields<TrueFalseExercise>({
    ...base,
    type: exactly('TRUE_FALSE'),
    options: options(0),
    answerKey: fields({ value: flag }),
    starter: nothing,
    tests: nothing,
  }),
  'options',
  'must be two, with the ids true and false',
  (exercise) => idsOf(exercise.options).sort().join() === 'false,true',
);

export const multiSelect = also(
  fields<MultiSelectExercise>({
    ...base,
    type: exactly('MULTI_SELECT'),
    options: options(2),
    answerKey: fields({ optionIds: listOf(words, 1) }),
    starter: nothing,
    tests: nothing,
  }),
  'answerKey',
  'must name options that are there, each once',
  ({ options, answerKey: { optionIds } }) =>
    areUnique(optionIds) && optionIds.every((id) => idsOf(options).includes(id)),
);
