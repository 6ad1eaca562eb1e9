/** What the page says of its start. */
export interface Up {
  readonly state: 'up' | 'newer';
  readonly isAnew: boolean;
  /** False: the first glance saw that something is missing. */
  readonly isAsExpected: boolean;
  /** Whether anything came back from the journal, at once or after the look that follows. */
  readonly hasRecovered: boolean;
  /** From the first line of script to services that answer, ms. */
  readonly ms: number;
}

/** A write that was acknowledged: from here on it must never be lost. */
export interface Acknowledged {
  readonly kind: 'user' | 'attempt' | 'fact';
  readonly id: string;
}

export interface Inspected {
  /** Of the ids asked for, those that are not there. */
  readonly missing: readonly string[];
  /** Snapshots that were not what recomputing them gives. */
  readonly torn: number;
  readonly attempts: number;
}

export interface StorePage {
  up(): Promise<Up>;
  /** Answers, skips and types until the page dies or `acts` are done; each act is told to `window.acknowledged`. */
  work(options: { readonly seed: number; readonly acts: number }): Promise<void>;
  inspect(written: readonly Acknowledged[]): Promise<Inspected>;
  /** Writes rows as IndexedDB does unless told otherwise, each in a transaction of its own, awaited. */
  writeRelaxed(rows: number): Promise<void>;
  countRelaxed(): Promise<number>;
}

declare global {
  interface Window {
    store: StorePage;
    acknowledged(written: Acknowledged): Promise<void>;
  }
}
