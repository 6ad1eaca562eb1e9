/** How IndexedDB says no: the disk is full, the transaction was given up, or the store beneath it broke. */
export const FAULTS = ['QuotaExceededError', 'AbortError', 'UnknownError'] as const;
export type Fault = (typeof FAULTS)[number];

/** The request fails, or the browser ends its transaction while it is under way. */
export const WAYS = ['fails', 'ends'] as const;
export type Way = (typeof WAYS)[number];

/** One method, one operation of it that failed, and what came of it. */
export interface FaultCase {
  readonly method: string;
  readonly at: number;
  readonly of: number;
  readonly fault: Fault;
  readonly way: Way;
  /** How the method ended: the type of its error; `ok` where it gave its result all the same. */
  readonly end: string;
  /** False: no refusal with a type, and no reason why there need not be one. */
  readonly isTyped: boolean;
  readonly torn: readonly string[];
  readonly unhandled: readonly string[];
}
