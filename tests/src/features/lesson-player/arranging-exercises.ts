import type {
  FillBlanksExercise,
  MatchingExercise,
  MultiSelectExercise,
  NumericExercise,
  OrderingExercise,
  ParsonsExercise,
  PredictOutputExercise,
} from '../../../../db/models/exercise.ts';
import { base as shared, text } from './exercises.ts';

const base = { ...shared, starter: null, tests: null } as const;

export const select: MultiSelectExercise = {
  ...base,
  id: 'select',
  type: 'MULTI_SELECT',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: `option ${id}`, why: '' })),
  answerKey: { optionIds: ['a', 'c'] },
};

export const parsons: ParsonsExercise = {
  ...base,
  id: 'parsons',
  type: 'PARSONS',
  language: 'python',
  options: [
    { id: 'if', code: 'if x:' },
    { id: 'print', code: 'print(\n    x)' },
    { id: 'other', code: 'pass' },
  ],
  answerKey: { orders: [[{ blockId: 'if', indent: 0 }, { blockId: 'print', indent: 1 }]], indented: true },
};

export const blanks: FillBlanksExercise = {
  ...base,
  id: 'blanks',
  type: 'FILL_BLANKS',
  options: { text: 'one {{x}} two {{y}}', language: null },
  answerKey: { blanks: ['x', 'y'].map((id) => ({ id, accepted: [id], patterns: [], caseSensitive: false, choices: null })) },
};

export const matching: MatchingExercise = {
  ...base,
  id: 'matching',
  type: 'MATCHING',
  options: { left: ['l', 'm'].map((id) => ({ id, text: `left ${id}` })), right: ['r', 's'].map((id) => ({ id, text: `right ${id}` })) },
  answerKey: { pairs: { l: 'r', m: 's' } },
};

export const ordering: OrderingExercise = {
  ...base,
  id: 'ordering',
  type: 'ORDERING',
  options: ['1', '2', '3'].map((id) => ({ id, text: `item ${id}` })),
  answerKey: { orders: [['1', '2', '3']] },
};

export const numeric: NumericExercise = {
  ...base,
  id: 'numeric',
  type: 'NUMERIC',
  options: null,
  answerKey: { value: 14, absolute: 0, relative: 0, units: [{ unit: 'kg', factor: 1 }] },
  mistakes: text.mistakes,
};

export const predict: PredictOutputExercise = {
  ...base,
  id: 'predict',
  type: 'PREDICT_OUTPUT',
  language: 'python',
  options: null,
  answerKey: { stdout: '1\n2\n3\n' },
  mistakes: [],
  starter: { files: { 'main.py': 'print(1)' }, entry: 'main.py' },
};
