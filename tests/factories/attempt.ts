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
    case 'CODE_COMPLETION':
      return { type: exercise.type, files: exercise.answerKey.files };
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
      return { type: exercise.type, text: 'I do not know' };
    case 'CODE_COMPLETION':
      return { type: exercise.type, files: exercise.starter.files };
  }
}
