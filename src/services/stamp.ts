import type { EpochMs } from '../../db/models/ids.ts';

/** A moment in the name of a file: `2026-11-22-1742`, by the learner's own clock. */
export function stampOf(at: EpochMs): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}`;
}
