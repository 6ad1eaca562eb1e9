import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { ReviewGrade } from '../../../db/models/review-log.ts';

/** What one answer in a review says of how well the learner knew it. */
export type Try = Pick<ExerciseAttempt, 'verdict' | 'hintsUsed' | 'solutionRevealed' | 'activeMs'>;

/** Slower than this many usual times is no easy recall. */
const SLOW = 3;

/**
 * The grade to preselect: Again where it never came right or the solution was shown; Hard where it came right with a
 * hint, after a wrong answer, or slowly; else Good. Easy is for the learner alone to say. UNGRADED answers are as right
 * as `isRight` says, the learner's own judgement; null: not judged yet.
 * @param tries at this asking alone, oldest first
 * @param usualMs the learner's usual time for a card
 */
export function suggestGrade(tries: readonly Try[], usualMs: number, isRight: boolean | null = null): ReviewGrade {
  const rightAt = tries.findIndex(({ verdict }) => verdict === 'PASSED' || (verdict === 'UNGRADED' && isRight === true));
  if (rightAt === -1 || tries.some(({ solutionRevealed }) => solutionRevealed)) return 1;
  const time = tries.reduce((sum, { activeMs }) => sum + activeMs, 0);
  const isHard = rightAt > 0 || tries.some(({ hintsUsed }) => hintsUsed > 0) || time > SLOW * usualMs;
  return isHard ? 2 : 3;
}

/** Anki's threshold. */
const LEECH_LAPSES = 8;

/** Forgotten so often that asking it again does not help: the lesson is to be read again, or the card put to sleep. */
export const isLeech = ({ lapses }: Pick<ReviewCard, 'lapses'>): boolean => lapses >= LEECH_LAPSES;

/** Whether this grade is one at which to tell the learner: when it becomes one, and at every fourth lapse after. */
export const isLeechNews = (before: Pick<ReviewCard, 'lapses'>, { lapses }: Pick<ReviewCard, 'lapses'>): boolean =>
  lapses > before.lapses && lapses >= LEECH_LAPSES && (lapses - LEECH_LAPSES) % (LEECH_LAPSES / 2) === 0;
