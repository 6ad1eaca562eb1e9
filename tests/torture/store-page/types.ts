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
  /** Kept in the journal alone: in the database once there is room. */
  readonly isKept?: true;
}

export interface Inspected {
  /** Of the ids asked for, those that are not there. */
  readonly missing: readonly string[];
  /** Snapshots that were not what recomputing them gives. */
  readonly torn: number;
  readonly attempts: number;
}

/** What became of answers on a disk that may be full. */
export interface Answered {
  readonly saved: number;
  /** Not in the database, but in the journal, and said to be kept. */
  readonly kept: number;
  /** Said to be on the screen alone. */
  readonly refused: number;
  /** Whatever was thrown, or refused without a type that is known. */
  readonly untyped: readonly string[];
}

export interface StorePage {
  up(): Promise<Up>;
  /**
   * Answers and types through whatever comes, until `acts` are done. What was saved, and what was said to be kept, is told
   * to `window.acknowledged`.
   */
  answer(options: { readonly seed: number; readonly acts: number; readonly textLength: number }): Promise<Answered>;
  /** Makes a backup as My data does; gives the ids of the attempts in it. Rejects where none can be made. */
  export(): Promise<readonly string[]>;
  /** The ids of all attempts of `answer` that the database holds. */
  attempts(): Promise<readonly string[]>;
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
