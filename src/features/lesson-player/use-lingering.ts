import { useEffect, useState } from 'react';

/** `value`, and for `ms` longer once it is null; at once null when `isOver`. */
export function useLingering<T>(value: T | null, ms: number, isOver: boolean): T | null {
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  if (isOver && kept !== null) setKept(null);
  useEffect(() => {
    if (value !== null || kept === null) return;
    const timer = setTimeout(() => setKept(null), ms);
    return () => clearTimeout(timer);
  }, [value, kept, ms]);
  return isOver ? null : (value ?? kept);
}
