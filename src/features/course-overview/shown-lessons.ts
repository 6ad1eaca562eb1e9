/** A stretch of a list: from the first, up to and without the second. */
export interface Shown {
  readonly from: number;
  readonly to: number;
}

/** Lines that no device is slow with, and that nobody scrolls through in vain. */
const MANY = 200;
const BEFORE = 20;

/** All of a course as courses are; of a larger one, the lessons about the current one (-1: there is none). */
export function shownAtFirst(count: number, current: number): Shown {
  if (count <= MANY) return { from: 0, to: Infinity };
  const from = Math.max(0, Math.min(current - BEFORE, count - MANY));
  return { from, to: from + MANY };
}

export const grown = ({ from, to }: Shown, side: 'earlier' | 'later', count: number): Shown =>
  side === 'earlier' ? { from: Math.max(0, from - MANY), to } : { from, to: Math.min(count, to + MANY) };
