import type { AssertJob, FileJob } from '../job.ts';
import type { Timers } from '../timers.ts';

/** What the harness lends to the part that runs tests beside the learner's code. */
export interface Host {
  readonly scope: typeof globalThis;
  readonly send: (kind: string, text: string) => void;
  readonly flush: () => void;
  readonly now: () => number;
  readonly setTimer: (handler: () => void, ms: number) => unknown;
  readonly timers: Timers;
}

/** Loads a file of tests; rejects when it, or what it requires, throws. `onRequired` is heard after each `require`. */
export type Load = (given: readonly unknown[], builtin: (name: string) => unknown, onRequired: () => void) => Promise<void>;

export interface Testing {
  /** `node:assert` and its names; undefined for others. */
  readonly builtin: (name: string) => unknown;
  /** Resolves to the rest of a `tested` message; null when tampering was found, and told. */
  runAssert(test: AssertJob, block: (assert: unknown, expect: unknown) => Promise<unknown>): Promise<string | null>;
  /** Tells each of its tests; rejects when the file cannot be loaded. */
  runFile(test: FileJob, load: Load): Promise<void>;
  /** An error no one caught, as JSON: it belongs to the test that runs. */
  onUncaught(error: string, isRejection: boolean): void;
}

export type CreateTesting = (host: Host) => Testing;
