import { useCallback, useEffect } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import { useServices } from '../../hooks/use-services.ts';
import { isCodeAnswer, isCodeExercise } from './code-exercise.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { say, type PlayerStore } from './player-store.ts';
import { runAloud } from './run-words.ts';
import { beginRun, finishRun, type ScratchRun } from './scratch-run.ts';

/** Run: never counts, never recorded. Only the learner starts it; it ends with the exercise's screen. */
export function useScratchRun(exercise: Exercise, keeper: DraftKeeper, store: PlayerStore): () => Promise<void> {
  const { attempts } = useServices();
  useEffect(
    () => () => {
      if (store.getState().phase === 'running') attempts.stop();
    },
    [attempts, store],
  );
  return useCallback(async () => {
    const { answer } = keeper.getState();
    const { phase, stdin } = store.getState();
    if (!isCodeExercise(exercise) || !isCodeAnswer(answer) || phase !== 'idle') return;
    const begun = beginRun(answer);
    const change = (patch: (run: ScratchRun) => Partial<ScratchRun>): void =>
      store.setState(({ run }) => (run?.log === begun.log ? { run: { ...run, ...patch(run) } } : {}));
    store.setState({ phase: 'running', failure: null, run: begun });
    try {
      const result = await attempts.run(
        { exercise, files: answer.files, stdin },
        {
          onOutput: (chunk) => begun.log.write(chunk),
          onInput: (prompt) =>
            new Promise((resolve) => {
              const asked = performance.now();
              const onAnswer = (line: string | null): void => {
                change(({ waitedMs }) => ({ waiting: null, waitedMs: waitedMs + performance.now() - asked }));
                resolve(line);
              };
              change(() => ({ waiting: { prompt, answer: onAnswer } }));
            }),
        },
      );
      const run = finishRun(begun, result);
      store.setState({ run });
      say(store, runAloud(run));
    } finally {
      store.setState({ phase: 'idle' });
    }
  }, [attempts, exercise, keeper, store]);
}
