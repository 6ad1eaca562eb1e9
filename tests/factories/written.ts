import type { NumericExercise, PredictOutputExercise, ShortTextExercise } from '../../db/models/exercise.ts';
import type { New } from '../../db/models/row.ts';
import { exerciseBase, type Own } from './exercise-base.ts';
import { faker } from './seed.ts';

export const makeShortText = (own: Own<ShortTextExercise>): New<ShortTextExercise> => ({
  ...exerciseBase(),
  type: 'SHORT_TEXT',
  options: null,
  answerKey: { accepted: ['a list', 'list'], patterns: ['array(?: of things)?'], caseSensitive: false },
  mistakes: [{ answer: 'a tuple', say: faker.lorem.sentence() }],
  starter: null,
  tests: null,
  ...own,
});

/** 2.5 kg, within 1 %; grams will do. */
export const makeNumeric = (own: Own<NumericExercise>): New<NumericExercise> => ({
  ...exerciseBase(),
  type: 'NUMERIC',
  options: null,
  answerKey: { value: 2.5, absolute: 0, relative: 0.01, units: [{ unit: 'kg', factor: 1 }, { unit: 'g', factor: 0.001 }] },
  mistakes: [{ answer: '25 kg', say: faker.lorem.sentence() }],
  starter: null,
  tests: null,
  ...own,
});

/** Prints 0, 1 and 2, a line each. */
export const makePredictOutput = (own: Own<PredictOutputExercise>): New<PredictOutputExercise> => ({
  ...exerciseBase(),
  type: 'PREDICT_OUTPUT',
  language: 'python',
  options: null,
  answerKey: { stdout: '0\n1\n2\n' },
  mistakes: [{ answer: '1\n2\n3', say: faker.lorem.sentence() }],
  starter: { files: { 'main.py': 'for i in range(3):\n    print(i)\n' }, entry: 'main.py' },
  tests: null,
  ...own,
});
