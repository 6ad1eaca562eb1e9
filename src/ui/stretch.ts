/** A stretch of a list: from the first, up to and without the second. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Lines that no device is slow with, and that nobody scrolls through in vain. */
const MANY = 100;
const BEFORE = 20;

/** All of a list as lists are; of a longer one, what lies about `at` (-1: nowhere). */
export function stretchAbout(count: number, at: number): Stretch {
  if (count <= MANY) return { from: 0, to: Infinity };
  const from = Math.max(0, Math.min(at - BEFORE, count - MANY));
  return { from, to: from + MANY };
}

export const stretched = ({ from, to }: Stretch, side: 'earlier' | 'later', count: number): Stretch =>
  side === 'earlier' ? { from: Math.max(0, from - MANY), to } : { from, to: Math.min(count, to + MANY) };
