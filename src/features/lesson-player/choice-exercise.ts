import type { Exercise, MultipleChoiceExercise, TrueFalseExercise } from '../../../db/models/exercise.ts';

export type ChoiceExercise = MultipleChoiceExercise | TrueFalseExercise;

/** One option out of a few: its verdict stands under the option itself. */
export const isChoiceExercise = (exercise: Exercise): exercise is ChoiceExercise =>
  exercise.type === 'MULTIPLE_CHOICE' || exercise.type === 'TRUE_FALSE';
