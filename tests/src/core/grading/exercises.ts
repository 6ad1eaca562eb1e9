import type {
  CodeCompletionExercise,
  CodeExercise,
  FreeFormExercise,
  FreeFormRules,
  MultipleChoiceExercise,
  TrueFalseExercise,
} from '../../../../db/models/exercise.ts';
import type { CodeEvidence } from '../../../../src/core/grading/grade.ts';
import type { CheckResult, TestRun } from '../../../../src/core/run-result.ts';
import { parseLiteral } from '../../../../src/core/values/literal.ts';
import { makeCodeCompletion, makeFreeForm, makeMultipleChoice, makeTrueFalse } from '../../../factories/exercise.ts';

const TIMES = { createdAt: 0, updatedAt: 0 };
const IN_A_LESSON = { lessonId: 'lesson' };

export const multipleChoice = (): MultipleChoiceExercise => ({
  ...makeMultipleChoice({
    ...IN_A_LESSON,
    options: [
      { id: 'a', text: '`+`', why: 'That adds.' },
      { id: 'b', text: '`*`', why: 'Right: it multiplies.' },
    ],
    answerKey: { optionId: 'b' },
  }),
  ...TIMES,
});
export const trueFalse = (): TrueFalseExercise => ({
  ...makeTrueFalse({
    ...IN_A_LESSON,
    options: [
      { id: 'true', text: 'True', why: 'Names may change.' },
      { id: 'false', text: 'False', why: 'Look again.' },
    ],
  }),
  ...TIMES,
});
export const freeForm = (rules: Partial<FreeFormRules>, own: Partial<FreeFormExercise> = {}): FreeFormExercise => ({
  ...makeFreeForm({
    ...IN_A_LESSON,
    answerKey: { kind: 'rules', accepted: [], patterns: [], number: null, keywords: [], caseSensitive: false, ...rules },
  }),
  ...own,
  ...TIMES,
});
/** `double(3)` is 6, seen; `double(0)` is 0, hidden. */
export const code = (own: Partial<CodeCompletionExercise> = {}): CodeCompletionExercise => ({
  ...makeCodeCompletion(IN_A_LESSON),
  ...own,
  ...TIMES,
});

/** A check in which each test's call gave back the value of a Python literal, in the exercise's order. */
export const returned = (exercise: CodeExercise, ...literals: readonly string[]): CheckResult => ({
  outcome: 'finished',
  runs: exercise.tests.map((test, i) => run(test.id, { value: parseLiteral('python', literals[i] ?? 'None') })),
  error: null,
  tampering: null,
  activeMs: 5,
});

export const run = (id: string, own: Partial<TestRun> = {}): TestRun => ({
  id,
  outcome: 'finished',
  value: null,
  stdout: '',
  error: null,
  said: null,
  ...own,
});

/** The evidence of code that breaks no rule about constructs. */
export const ran = (exercise: CodeExercise, ...literals: readonly string[]): CodeEvidence => ({
  checked: returned(exercise, ...literals),
  broken: [],
});
