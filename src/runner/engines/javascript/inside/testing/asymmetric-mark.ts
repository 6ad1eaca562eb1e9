import { weakGet, weakSet } from '../primordials.ts';

/** What `expect.any(…)` and its kin stand for. */
export interface Asymmetric {
  matches(received: unknown): boolean;
  /** As it is written: `expect.any(Number)`. */
  readonly text: string;
}

// Known by what we made, not by a mark that anyone can put on.
const known = new WeakMap<object, unknown>();

export function markAsymmetric<T extends object>(object: T, meaning: Asymmetric): T {
  weakSet(known, object, meaning);
  return object;
}

export const asymmetricOf = (value: unknown): Asymmetric | null =>
  typeof value === 'object' && value !== null ? ((weakGet(known, value) as Asymmetric | undefined) ?? null) : null;
