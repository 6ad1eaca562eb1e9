import type {
  CodeCompletionExercise,
  Exercise,
  FreeFormExercise,
  MultipleChoiceExercise,
  TrueFalseExercise,
} from '../../db/models/exercise.ts';
import type { ExerciseType } from '../../db/models/enums.ts';
import type { New } from '../../db/models/row.ts';
import { faker, newId, serial } from './seed.ts';

type Own<E extends Exercise> = Partial<New<E>> & Pick<E, 'lessonId'>;

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
  ...own,
});

/** An exercise of this type about which the test cares no more than where it stands. */
export function makeExercise(type: ExerciseType, own: Partial<ReturnType<typeof base>> & Pick<Exercise, 'lessonId'>): New<Exercise> {
  switch (type) {
    case 'MULTIPLE_CHOICE':
      return makeMultipleChoice(own);
    case 'TRUE_FALSE':
      return makeTrueFalse(own);
    case 'FREE_FORM':
      return makeFreeForm(own);
    case 'CODE_COMPLETION':
      return makeCodeCompletion(own);
  }
}

const base = () => ({
  id: newId(),
  difficulty: 'BEGINNER' as const,
  prompt: faker.lorem.sentence(),
  explanation: faker.lorem.sentence(),
  hints: [faker.lorem.sentence(), faker.lorem.sentence()],
  points: faker.number.int({ min: 1, max: 10 }),
  order: serial(),
  isRequired: true,
  rev: 1,
});
