import type {
  CodeCompletionExercise,
  FreeFormExercise,
  MultipleChoiceExercise,
  TrueFalseExercise,
} from '../../../../db/models/exercise.ts';
import type { ExerciseAttempt } from '../../../../db/models/exercise-attempt.ts';

export const base = {
  lessonId: 'l',
  difficulty: 'BEGINNER',
  prompt: 'p',
  explanation: '',
  hints: ['a', 'b'],
  points: 1,
  order: 1,
  isRequired: true,
  rev: 1,
  objectives: [],
  variantOf: null,
  createdAt: 0,
  updatedAt: 0,
} as const;

export const choice: MultipleChoiceExercise = {
  ...base,
  id: 'choice',
  type: 'MULTIPLE_CHOICE',
  options: [
    { id: 'x', text: 'three', why: 'Count again.' },
    { id: 'y', text: 'four', why: 'Yes.' },
  ],
  answerKey: { optionId: 'y' },
  starter: null,
  tests: null,
};

export const trueFalse: TrueFalseExercise = {
  ...base,
  id: 'true-false',
  type: 'TRUE_FALSE',
  options: [
    { id: 'true', text: 'True', why: 'Yes.' },
    { id: 'false', text: 'False', why: 'Look again.' },
  ],
  answerKey: { value: true },
  starter: null,
  tests: null,
};

export const text: FreeFormExercise = {
  ...base,
  id: 'text',
  type: 'FREE_FORM',
  options: null,
  answerKey: { kind: 'rules', accepted: ['Ana'], patterns: [], number: null, keywords: [], caseSensitive: false },
  mistakes: [{ answer: 'Li', say: 'The other one.' }],
  starter: null,
  tests: null,
};

export const essay: FreeFormExercise = {
  ...text,
  id: 'essay',
  answerKey: { kind: 'rubric', criteria: ['one', 'two'], sample: 's' },
};

export const code: CodeCompletionExercise = {
  ...base,
  id: 'code',
  type: 'CODE_COMPLETION',
  language: 'python',
  options: null,
  answerKey: { files: { 'a.py': 'x = 2\n' } },
  mistakes: [{ answer: 'x = 1', say: 'One too few.' }],
  starter: { files: { 'a.py': 'x = ___\n', 'b.py': 'y = 1\n' }, entry: 'a.py' },
  tests: [{ id: 't', kind: 'call', name: 'x is two', call: 'x', expect: '2', isVisible: true }],
  constructs: { required: [], forbidden: [] },
};

export const attemptAt = (exerciseId: string, given: Pick<ExerciseAttempt, 'answer' | 'verdict'>): ExerciseAttempt => ({
  id: 'attempt',
  userId: 'u',
  exerciseId,
  score: given.verdict === 'PASSED' ? 1 : 0,
  testResults: [],
  hintsUsed: 0,
  solutionRevealed: false,
  activeMs: 0,
  mode: 'LESSON',
  day: '2026-11-22',
  exerciseRev: 1,
  createdAt: 1,
  ...given,
});
