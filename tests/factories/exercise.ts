import type {
  CodeCompletionExercise,
  Exercise,
  FixBugExercise,
  FreeFormExercise,
  MultipleChoiceExercise,
  MultiSelectExercise,
  TrueFalseExercise,
} from '../../db/models/exercise.ts';
import type { ExerciseType } from '../../db/models/enums.ts';
import type { New } from '../../db/models/row.ts';
import { makeFillBlanks, makeMatching, makeOrdering, makeParsons } from './arrangement.ts';
import { exerciseBase as base, type Own } from './exercise-base.ts';
import { faker } from './seed.ts';
import { makeNumeric, makePredictOutput, makeShortText } from './written.ts';

export function makeMultipleChoice(own: Own<MultipleChoiceExercise>): New<MultipleChoiceExercise> {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: faker.lorem.sentence(), why: faker.lorem.sentence() }));
  return { ...base(), type: 'MULTIPLE_CHOICE', options, answerKey: { optionId: 'b' }, starter: null, tests: null, ...own };
}

export function makeTrueFalse(own: Own<TrueFalseExercise>): New<TrueFalseExercise> {
  const options = [
    { id: 'true', text: 'True', why: faker.lorem.sentence() },
    { id: 'false', text: 'False', why: faker.lorem.sentence() },
  ];
  return { ...base(), type: 'TRUE_FALSE', options, answerKey: { value: true }, starter: null, tests: null, ...own };
}

export const makeFreeForm = (own: Own<FreeFormExercise>): New<FreeFormExercise> => ({
  ...base(),
  type: 'FREE_FORM',
  options: null,
  answerKey: { kind: 'rules', accepted: ['variable'], patterns: [], number: null, keywords: [], caseSensitive: false },
  mistakes: [{ answer: 'constant', say: faker.lorem.sentence() }],
  starter: null,
  tests: null,
  ...own,
});

/** Judged by the learner. */
export const makeRubric = (own: Own<FreeFormExercise>): New<FreeFormExercise> =>
  makeFreeForm({
    answerKey: { kind: 'rubric', criteria: [faker.lorem.sentence(), faker.lorem.sentence()], sample: faker.lorem.paragraph() },
    mistakes: [],
    ...own,
  });

/** `a` and `c` are right. */
export function makeMultiSelect(own: Own<MultiSelectExercise>): New<MultiSelectExercise> {
  const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: faker.lorem.sentence(), why: faker.lorem.sentence() }));
  const answerKey = { optionIds: ['a', 'c'] };
  return { ...base(), type: 'MULTI_SELECT', options, answerKey, starter: null, tests: null, ...own };
}

export const makeCodeCompletion = (own: Own<CodeCompletionExercise>): New<CodeCompletionExercise> => ({
  ...base(),
  type: 'CODE_COMPLETION',
  language: 'python',
  options: null,
  answerKey: { files: { 'main.py': 'def double(n):\n    return n * 2\n' } },
  mistakes: [{ answer: 'def double(n):\n    return n + 2\n', say: faker.lorem.sentence() }],
  starter: { files: { 'main.py': 'def double(n):\n    return ___\n' }, entry: 'main.py' },
  tests: [
    { id: 't1', name: 'three', isVisible: true, kind: 'call', call: 'double(3)', expect: '6' },
    { id: 't2', name: 'nothing', isVisible: false, kind: 'call', call: 'double(0)', expect: '0' },
  ],
  constructs: { required: [], forbidden: [] },
  ...own,
});

/** As `makeCodeCompletion`, with a fault in the starter. */
export const makeFixBug = (own: Own<FixBugExercise>): New<FixBugExercise> => ({
  ...makeCodeCompletion({ lessonId: own.lessonId }),
  type: 'FIX_BUG',
  starter: { files: { 'main.py': 'def double(n):\n    return n * n\n' }, entry: 'main.py' },
  ...own,
});

type About = Partial<ReturnType<typeof base>> & Pick<Exercise, 'lessonId'>;

const MAKERS: { readonly [T in ExerciseType]: (own: About) => New<Exercise> } = {
  MULTIPLE_CHOICE: makeMultipleChoice,
  TRUE_FALSE: makeTrueFalse,
  FREE_FORM: makeFreeForm,
  CODE_COMPLETION: makeCodeCompletion,
  MULTI_SELECT: makeMultiSelect,
  SHORT_TEXT: makeShortText,
  NUMERIC: makeNumeric,
  PREDICT_OUTPUT: makePredictOutput,
  PARSONS: makeParsons,
  FIX_BUG: makeFixBug,
  FILL_BLANKS: makeFillBlanks,
  MATCHING: makeMatching,
  ORDERING: makeOrdering,
};

/** An exercise of this type about which the test cares no more than where it stands. */
export const makeExercise = (type: ExerciseType, own: About): New<Exercise> => MAKERS[type](own);
