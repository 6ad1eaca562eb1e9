import { also, count, exactly, fields, flag, listOf, mapOf, nothing, nullable, number, oneOf, text, variants, words } from '../checks.ts';
import { CodeLanguage, DifficultyLevel } from '../models/enums.ts';
import type {
  CallTest,
  CodeCompletionExercise,
  CodeFiles,
  Exercise,
  FreeFormExercise,
  FreeFormRubric,
  FreeFormRules,
  Mistake,
  MultipleChoiceExercise,
  Option,
  OutputTest,
  TrueFalseExercise,
} from '../models/exercise.ts';
import { row, timestamps } from './fields.ts';
import type { TableRules } from './rules.ts';

export const codeFiles = also<CodeFiles>(
  mapOf(text),
  '',
  'must hold at least one file',
  (files) => Object.keys(files).length > 0,
);

const base = {
  ...row,
  ...timestamps,
  lessonId: words,
  difficulty: oneOf(DifficultyLevel),
  prompt: words,
  explanation: text,
  hints: listOf(words),
  points: count,
  order: number,
  isRequired: flag,
  rev: count,
};
const option = fields<Option>({ id: words, text: words, why: text });
const mistakes = listOf(fields<Mistake>({ answer: text, say: words }));
const ids = (list: readonly { readonly id: string }[]): string[] => list.map((entry) => entry.id);
const areUnique = (list: readonly string[]): boolean => new Set(list).size === list.length;

const multipleChoice = also(
  also(
    fields<MultipleChoiceExercise>({
      ...base,
      type: exactly('MULTIPLE_CHOICE'),
      options: listOf(option, 2),
      answerKey: fields({ optionId: words }),
      starter: nothing,
      tests: nothing,
    }),
    'options',
    'must have ids that differ',
    (exercise) => areUnique(ids(exercise.options)),
  ),
  'answerKey',
  'must name one of the options',
  (exercise) => ids(exercise.options).includes(exercise.answerKey.optionId),
);

const trueFalse = also(
  fields<TrueFalseExercise>({
    ...base,
    type: exactly('TRUE_FALSE'),
    options: listOf(option),
    answerKey: fields({ value: flag }),
    starter: nothing,
    tests: nothing,
  }),
  'options',
  'must be two, with the ids true and false',
  (exercise) => ids(exercise.options).sort().join() === 'false,true',
);

const rules = also(
  fields<FreeFormRules>({
    kind: exactly('rules'),
    accepted: listOf(words),
    patterns: listOf(words),
    number: nullable(fields({ value: number, tolerance: number })),
    keywords: listOf(words),
    caseSensitive: flag,
  }),
  'accepted',
  'must come with at least one rule that can accept an answer',
  (key) => key.accepted.length + key.patterns.length + key.keywords.length > 0 || key.number !== null,
);
const rubric = fields<FreeFormRubric>({ kind: exactly('rubric'), criteria: listOf(words, 1), sample: words });

const freeForm = fields<FreeFormExercise>({
  ...base,
  type: exactly('FREE_FORM'),
  options: nothing,
  answerKey: variants('kind', { rules, rubric }),
  mistakes,
  starter: nothing,
  tests: nothing,
});

const testBase = { id: words, name: words, isVisible: flag };
const test = variants('kind', {
  call: fields<CallTest>({ ...testBase, kind: exactly('call'), call: words, expect: words }),
  output: fields<OutputTest>({ ...testBase, kind: exactly('output'), stdin: text, stdout: text }),
});

const codeCompletion = also(
  also(
    fields<CodeCompletionExercise>({
      ...base,
      type: exactly('CODE_COMPLETION'),
      language: oneOf(CodeLanguage),
      options: nothing,
      answerKey: fields({ files: codeFiles }),
      mistakes,
      starter: fields({ files: codeFiles, entry: words }),
      tests: listOf(test, 1),
    }),
    'tests',
    'must have ids that differ',
    (exercise) => areUnique(ids(exercise.tests)),
  ),
  'starter',
  'must hold the file that it names as its entry',
  (exercise) => Object.hasOwn(exercise.starter.files, exercise.starter.entry),
);

export const exerciseRules: TableRules<Exercise> = {
  shape: variants('type', {
    MULTIPLE_CHOICE: multipleChoice,
    TRUE_FALSE: trueFalse,
    FREE_FORM: freeForm,
    CODE_COMPLETION: codeCompletion,
  }),
  times: 'created and updated',
  isImmutable: false,
  unique: [],
  references: [
    { field: 'lessonId', to: 'lessons', idOf: (exercise) => exercise.lessonId, index: '[lessonId+order]', onErase: 'refuse' },
  ],
};
