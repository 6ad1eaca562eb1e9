import { useEffect, useRef, type RefObject } from 'react';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { Work } from './use-work.ts';

/** What came of an asking: graded next. */
export interface Answered {
  /** Of this asking alone, oldest first; none where the solution was shown at once. */
  readonly tries: readonly ExerciseAttempt[];
  readonly isRight: boolean;
}

/** What there is to grade; null while the answer is still open. The focus goes to the grades where it has nowhere else to be. */
export function useAnswered(work: Work, screen: RefObject<HTMLElement | null>): Answered | null {
  const answered = answeredOf(work);
  const isThere = answered !== null;
  const isRight = answered?.isRight === true;
  const wasThere = useRef(false);
  useEffect(() => {
    const isNew = isThere && !wasThere.current;
    wasThere.current = isThere;
    if (!isNew) return;
    const at = document.activeElement;
    // A wrong answer in a field may be mended there; the editor keeps its own keys.
    const isFree = !(at instanceof HTMLElement) || at.tabIndex < 0 || (isRight && at instanceof HTMLInputElement && at.type === 'text');
    if (isFree) screen.current?.querySelector<HTMLElement>('[data-suggested]')?.focus({ preventScroll: true });
  }, [isThere, isRight, screen]);
  return answered;
}

function answeredOf({ history, outcome, isStale, isSolved, hints, state }: Work): Answered | null {
  if (history === null || state.phase !== 'idle') return null;
  const isUnjudged = outcome?.verdict === 'UNGRADED' && state.judgement === null;
  // Rows are read anew a moment after they are written.
  const isTold = outcome !== null && !isStale && !isUnjudged && history.some(({ id }) => id === outcome.attemptId);
  return isTold || hints.isRevealed ? { tries: [...history].reverse(), isRight: isSolved } : null;
}
