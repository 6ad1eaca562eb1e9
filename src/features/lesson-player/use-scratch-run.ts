import { useCallback } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import { useServices } from '../../hooks/use-services.ts';
import { isCodeAnswer, isCodeExercise } from './code-exercise.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { say, type PlayerStore } from './player-store.ts';
import { runAloud } from './run-words.ts';

/** Run: never counts, never recorded. Only the learner starts it. */
export function useScratchRun(exercise: Exercise, keeper: DraftKeeper, store: PlayerStore): () => Promise<void> {
  const { attempts } = useServices();
  return useCallback(async () => {
    const { answer } = keeper.getState();
    if (!isCodeExercise(exercise) || !isCodeAnswer(answer)) return;
    if (store.getState().phase !== 'idle') return;
    store.setState({ phase: 'running', failure: null, run: null });
    try {
      const run = await attempts.run({ exercise, files: answer.files, stdin: store.getState().stdin });
      store.setState({ run });
      say(store, runAloud(run));
    } finally {
      store.setState({ phase: 'idle' });
    }
  }, [attempts, exercise, keeper, store]);
}
