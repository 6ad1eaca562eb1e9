import { useCallback } from 'react';
import type { AttemptMode } from '../../../db/models/enums.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import { useServices } from '../../hooks/use-services.ts';
import { wholeAnswer } from './answers.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { outcomeOfSubmission } from './outcome.ts';
import { say, type PlayerStore } from './player-store.ts';
import type { ActiveTime } from './use-active-time.ts';
import { failureWords, outcomeAloud } from './words.ts';

interface SubmitInput {
  readonly userId: Id;
  readonly exercise: Exercise;
  readonly keeper: DraftKeeper;
  readonly store: PlayerStore;
  readonly time: ActiveTime;
  readonly mode: AttemptMode;
  /** How many tries there were before this one. */
  readonly triesBefore: number;
}

/** The way of an answer, from the screen down: keep what was typed, submit, show what came back. */
export function useSubmitAnswer({ userId, exercise, keeper, store, time, mode, triesBefore }: SubmitInput): () => Promise<void> {
  const { attempts } = useServices();
  return useCallback(async () => {
    if (store.getState().phase !== 'idle') return;
    const { answer: draft, hintsShown, solutionRevealed, access } = keeper.getState();
    if (access !== 'mine') return;
    const answer = wholeAnswer(exercise, draft);
    if (answer === null) {
      const failure = { type: 'NothingChosen' } as const;
      store.setState({ failure });
      say(store, failureWords(failure, exercise, draft));
      return;
    }
    store.setState({ phase: 'checking', failure: null, run: null });
    try {
      await keeper.flush();
      const result = await attempts.submit({
        ...{ userId, exerciseId: exercise.id, answer, solutionRevealed },
        hintsUsed: hintsShown,
        activeMs: time.take(),
        mode,
      });
      if (result.ok) {
        const outcome = outcomeOfSubmission(result.value);
        store.setState({ outcome, judgement: null, ticked: [], undo: null });
        say(store, outcomeAloud(exercise, outcome, triesBefore + 1));
      } else {
        store.setState({ failure: result.error });
        say(store, failureWords(result.error, exercise, draft));
      }
    } finally {
      store.setState({ phase: 'idle' });
    }
  }, [attempts, exercise, mode, keeper, store, time, triesBefore, userId]);
}
