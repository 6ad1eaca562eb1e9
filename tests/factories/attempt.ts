import type { Exercise } from '../../db/models/exercise.ts';
import type { Answer, ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { New } from '../../db/models/row.ts';
import type { NewAttempt } from '../../db/repositories/attempt-repository.ts';
import { faker, newId } from './seed.ts';

type Own = Partial<NewAttempt> & Pick<ExerciseAttempt, 'userId' | 'exerciseId'>;

/** An attempt at a multiple choice that passed. */
export const makeAttempt = (own: Own): New<ExerciseAttempt> => ({
  id: newId(),
  answer: { type: 'MULTIPLE_CHOICE', optionId: 'b' },
  verdict: 'PASSED',
  score: own.verdict === undefined || own.verdict === 'PASSED' ? 1 : 0,
  testResults: [],
  hintsUsed: 0,
  solutionRevealed: false,
  activeMs: faker.number.int({ min: 1_000, max: 120_000 }),
  mode: 'LESSON',
  exerciseRev: 1,
  day: '2026-11-22',
  ...own,
});

/** An answer that fits the exercise and is right. */
export function rightAnswer(exercise: New<Exercise>): Answer {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
      return { type: exercise.type, optionId: exercise.answerKey.optionId };
    case 'TRUE_FALSE':
      return { type: exercise.type, value: exercise.answerKey.value };
    case 'FREE_FORM': {
      const key = exercise.answerKey;
      return { type: exercise.type, text: key.kind === 'rules' ? (key.accepted[0] ?? '') : key.sample };
    }
    case 'SHORT_TEXT':
      return { type: exercise.type, text: exercise.answerKey.accepted[0] ?? '' };
    case 'NUMERIC':
      return { type: exercise.type, text: `${exercise.answerKey.value} ${exercise.answerKey.units[0]?.unit ?? ''}` };
    case 'PREDICT_OUTPUT':
      return { type: exercise.type, text: exercise.answerKey.stdout };
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return { type: exercise.type, files: exercise.answerKey.files };
    case 'MULTI_SELECT':
      return { type: exercise.type, optionIds: exercise.answerKey.optionIds };
    case 'PARSONS':
      return { type: exercise.type, lines: exercise.answerKey.orders[0] ?? [] };
    case 'FILL_BLANKS': {
      const blanks = exercise.answerKey.blanks.map(({ id, accepted }) => [id, accepted[0] ?? ''] as const);
      return { type: exercise.type, blanks: Object.fromEntries(blanks) };
    }
    case 'MATCHING':
      return { type: exercise.type, pairs: exercise.answerKey.pairs };
    case 'ORDERING':
      return { type: exercise.type, itemIds: exercise.answerKey.orders[0] ?? [] };
  }
}

/** An answer that fits the exercise and is wrong. */
export function wrongAnswer(exercise: New<Exercise>): Answer {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE': {
      const other = exercise.options.find((option) => option.id !== exercise.answerKey.optionId);
      return { type: exercise.type, optionId: other?.id ?? '' };
    }
    case 'TRUE_FALSE':
      return { type: exercise.type, value: !exercise.answerKey.value };
    case 'FREE_FORM':
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT':
      return { type: exercise.type, text: 'I do not know' };
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return { type: exercise.type, files: exercise.starter.files };
    case 'MULTI_SELECT':
      return { type: exercise.type, optionIds: exercise.options.map(({ id }) => id) };
    case 'PARSONS':
      return { type: exercise.type, lines: [...(exercise.answerKey.orders[0] ?? [])].reverse() };
    case 'FILL_BLANKS':
      return { type: exercise.type, blanks: {} };
    case 'MATCHING':
      return { type: exercise.type, pairs: {} };
    case 'ORDERING':
      return { type: exercise.type, itemIds: [...(exercise.answerKey.orders[0] ?? [])].reverse() };
  }
}
