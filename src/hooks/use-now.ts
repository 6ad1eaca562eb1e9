import { useSyncExternalStore } from 'react';
import type { EpochMs } from '../../db/models/ids.ts';

const MINUTE = 60_000;

/** The time to the minute, for "20 minutes ago" and "good evening": the screen repaints when it changes. */
export const useNow = (): EpochMs => useSyncExternalStore(subscribe, minuteNow);

const minuteNow = (): EpochMs => Math.floor(Date.now() / MINUTE) * MINUTE;

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, MINUTE / 4);
  return () => clearInterval(timer);
}
