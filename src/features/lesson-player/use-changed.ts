import { useEffect, useState } from 'react';
import type { ExerciseStatus } from '../../../db/models/enums.ts';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import { hasChangedSince } from '../../core/progress/changed-since.ts';
import { useServices } from '../../hooks/use-services.ts';
import { isCodeExercise } from './code-exercise.ts';
import type { PlayerStore } from './player-store.ts';

interface Solved {
  readonly userId: Id;
  readonly exercise: Exercise;
  readonly status: ExerciseStatus;
  /** null while it is read. */
  readonly history: readonly ExerciseAttempt[] | null;
  readonly isReadOnly: boolean;
}

/**
 * Whether to tell that the exercise changed since it was solved. Code that solved it is tried first by the tests of today:
 * what still passes is not worth a word.
 */
export function useChanged({ userId, exercise, status, history, isReadOnly }: Solved, store: PlayerStore): boolean {
  const { attempts } = useServices();
  const { id: exerciseId, rev } = exercise;
  const isCode = isCodeExercise(exercise);
  const about = `${exerciseId}@${rev}`;
  const [tried, setTried] = useState<string | null>(null);
  const hasChanged = status === 'COMPLETED' && history !== null && hasChangedSince(history, rev);
  const isToTry = hasChanged && isCode && !isReadOnly && tried !== about;
  useEffect(() => {
    if (!isToTry) return;
    let isHere = true;
    const isWanted = (): boolean => isHere && store.getState().phase === 'idle';
    void attempts.recheck({ userId, exerciseId, isWanted }).finally(() => (isHere ? setTried(about) : undefined));
    return () => {
      isHere = false;
    };
  }, [attempts, store, userId, exerciseId, about, isToTry]);
  return hasChanged && !isToTry;
}
