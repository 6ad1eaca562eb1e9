import type { ConstructRule } from '../../../db/models/exercise.ts';

/** A rule about constructs that a program breaks. */
export interface ConstructFinding {
  readonly kind: 'required' | 'forbidden';
  readonly rule: ConstructRule;
  /** Where a forbidden one was found, lines from 1; empty for a required one that was not. */
  readonly places: readonly { readonly file: string; readonly line: number }[];
}
