import { useMemo } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import { puzzleOf, type Puzzle } from './arrange/arrange-solution.ts';
import { isCodeExercise } from './code-exercise.ts';
import type { DraftKeeper, DraftState } from './draft-keeper.ts';
import type { PlayerStore } from './player-store.ts';

/**
 * The hint ladder: reread the task → hints one by one → of code, its solution to be arranged → are you sure? → the
 * solution. Each step is counted openly.
 */
export interface Hints {
  readonly shown: number;
  readonly total: number;
  readonly isRevealed: boolean;
  /** The solution's lines, to be arranged; null where that does not suit. */
  readonly puzzle: Puzzle | null;
  /** Takes the next step of the ladder. */
  readonly next: () => void;
  readonly reveal: () => void;
}

export function useHints(exercise: Exercise, keeper: DraftKeeper, draft: DraftState, store: PlayerStore): Hints {
  const total = exercise.hints.length;
  const shown = Math.min(draft.hintsShown, total);
  const isRevealed = draft.solutionRevealed;
  const puzzle = useMemo(() => (isCodeExercise(exercise) ? puzzleOf(exercise) : null), [exercise]);
  const steps = useMemo(
    () => ({
      next: () => {
        const { isRereading, isArranging } = store.getState();
        const { hintsShown, solutionRevealed } = keeper.getState();
        if (!isRereading && hintsShown === 0) store.setState({ isRereading: true });
        else if (hintsShown < total) keeper.change({ hintsShown: hintsShown + 1 });
        else if (puzzle !== null && !isArranging && !solutionRevealed) store.setState({ isArranging: true });
        else if (!solutionRevealed) store.setState({ isSure: 'asked' });
      },
      reveal: () => {
        store.setState({ isSure: 'not-asked' });
        keeper.change({ solutionRevealed: true });
      },
    }),
    [keeper, store, total, puzzle],
  );
  return { shown, total, isRevealed, puzzle, ...steps };
}
