import type { Exercise } from '../../../db/models/exercise.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';

/** Answered in two minutes, and guessed right by few. */
const QUESTIONS = 3;
/** Of a shorter lesson, skipping saves nothing. */
const WORTH_SKIPPING = 5;

/** What shows whether a lesson is known already: the last exercises that count and are graded. None where skipping saves nothing. */
export function skipAheadQuestions(exercises: readonly Exercise[]): readonly Exercise[] {
  const asked = exercises.filter(({ isRequired }) => isRequired);
  return asked.length < WORTH_SKIPPING ? [] : asked.filter((exercise) => !isJudgedByLearner(exercise)).slice(-QUESTIONS);
}

const isJudgedByLearner = (exercise: Exercise): boolean => exercise.type === 'FREE_FORM' && exercise.answerKey.kind === 'rubric';

/** Right at the first try, and by the learner alone. `attempts`: of one exercise, oldest first. */
export function isKnownAlready([first]: readonly Pick<ExerciseAttempt, 'verdict' | 'hintsUsed' | 'solutionRevealed'>[]): boolean {
  return first?.verdict === 'PASSED' && first.hintsUsed === 0 && !first.solutionRevealed;
}
