import { useState } from 'react';
import type { Live } from '../../hooks/use-live.ts';

/** What was last read, while the query runs again; null before the first answer. */
export function useLatest<T>(live: Live<T>): { readonly value: T } | null {
  const [latest, setLatest] = useState<{ readonly value: T } | null>(null);
  if (live.state === 'loading') return latest;
  if (latest === null || !Object.is(latest.value, live.value)) setLatest({ value: live.value });
  return live;
}
