import { useState } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import { createPlayerStore, type PlayerStore } from './player-store.ts';

/** The store of an exercise for as long as it is open; the next one begins with a new store. */
export function usePlayerStore(exercise: Exercise): PlayerStore {
  const [kept, setKept] = useState(() => ({ exercise, store: createPlayerStore() }));
  if (kept.exercise === exercise) return kept.store;
  const next = { exercise, store: createPlayerStore() };
  setKept(next);
  return next.store;
}
