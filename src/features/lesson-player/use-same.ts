import { useState } from 'react';

/** The first `value` seen under `key`, for as long as the key stays: rows are read anew after every write. */
export function useSame<T>(value: T, key: string): T {
  const [kept, setKept] = useState({ key, value });
  if (kept.key === key) return kept.value;
  setKept({ key, value });
  return value;
}
