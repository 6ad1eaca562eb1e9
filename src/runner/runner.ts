import type { CodeFiles } from '../../db/models/exercise.ts';
import type { CodeLanguage } from '../../db/models/enums.ts';
import type { CheckResult, RunResult } from '../core/run-result.ts';

/** Limits of one run. Time is wall time before the calibration's factor for slow machines. */
export interface Limits {
  readonly wallMs: number;
  readonly outputBytes: number;
  readonly memoryBytes: number;
}

export const DEFAULT_LIMITS: Limits = { wallMs: 5_000, outputBytes: 1_000_000, memoryBytes: 256 * 1024 * 1024 };

export interface RunJob {
  readonly language: CodeLanguage;
  readonly files: CodeFiles;
  readonly entry: string;
  /** All that the program may read, known ahead. */
  readonly stdin: string;
  readonly limits?: Partial<Limits>;
}

/** What a test does, without what it expects: hidden expectations never enter the sandbox. */
export type TestInput =
  | { readonly id: string; readonly kind: 'call'; readonly call: string }
  | { readonly id: string; readonly kind: 'output'; readonly stdin: string };

export interface CheckJob {
  readonly language: CodeLanguage;
  readonly files: CodeFiles;
  readonly entry: string;
  readonly tests: readonly TestInput[];
  readonly limits?: Partial<Limits>;
}

/**
 * Runs hostile code in a sandbox that is thrown away after each job. A job always ends with a named outcome within
 * its limit + 500 ms; it never rejects for anything the code did. One job at a time: a new one stops the one before.
 */
export interface Runner {
  run(job: RunJob): Promise<RunResult>;
  check(job: CheckJob): Promise<CheckResult>;
  /** Ends the running job, if any, with the outcome `stopped`. */
  stop(): void;
  /** Loads the engine at idle, so that the first Check need not wait. */
  warmUp(language: CodeLanguage): void;
  dispose(): void;
}
