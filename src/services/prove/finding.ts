/** A promise that an exercise makes and does not keep. Plain data. */
export interface ProofFinding {
  readonly what: 'solution' | 'starter' | 'mistake' | 'output' | 'order' | 'key' | 'wrong answer';
  /** Where its author wrote it, as `['mistakes', 1, 'answer']`. */
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly found: string;
}

/** What came of one exercise's code. */
export interface Proof {
  readonly findings: readonly ProofFinding[];
  /** Something was stopped by its time limit: on a busy machine that says little. */
  readonly isLate: boolean;
}
