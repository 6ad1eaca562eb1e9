import type { CodeFiles } from '../../db/models/exercise.ts';
import type { CodeLanguage } from '../../db/models/enums.ts';
import type { CheckResult, OutputChunk, RunResult } from '../core/run-result.ts';

/** Limits of one run. */
export interface Limits {
  readonly wallMs: number;
  /** Whether a slow machine gets more than `wallMs`, by its calibration's factor (1–6). */
  readonly isScaled: boolean;
  readonly outputBytes: number;
  readonly memoryBytes: number;
}

export const DEFAULT_LIMITS: Limits = { wallMs: 5_000, isScaled: true, outputBytes: 1_000_000, memoryBytes: 256 * 1024 * 1024 };

export interface RunJob {
  readonly language: CodeLanguage;
  readonly files: CodeFiles;
  readonly entry: string;
  /** All that the program may read, known ahead. */
  readonly stdin: string;
  readonly limits?: Partial<Limits>;
}

/** What a test does; a call or output test comes without what it expects: that never enters the sandbox. */
export type TestInput =
  | { readonly id: string; readonly kind: 'call'; readonly call: string }
  | { readonly id: string; readonly kind: 'output'; readonly stdin: string }
  | { readonly id: string; readonly kind: 'assert'; readonly code: string }
  | { readonly id: string; readonly kind: 'file'; readonly file: string; readonly source: string; readonly runSkipped: boolean };

/** What is heard of a run while it goes on. */
export interface RunEvents {
  /** Output as it is written, in order, told in at most 20 turns a second; the result holds all of it again. */
  readonly onOutput?: (chunk: OutputChunk) => void;
  /**
   * The program wants a line that `stdin` no longer holds. Resolves to the line, or to null for the end of input. The
   * clock of the limit stands still meanwhile. Without it the program meets the end of its input.
   */
  readonly onInput?: (prompt: string) => Promise<string | null>;
}

/** How far an engine is on its way to its first job; it happens once for a visit, and slowly once for a device. */
export interface Preparation {
  readonly step: 'loading' | 'starting';
  /** 0–1 of the files' bytes; null where it cannot be told. */
  readonly fraction: number | null;
  /** Nothing kept from an earlier visit helps: the slow first time. */
  readonly isFirst: boolean;
}

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
  run(job: RunJob, events?: RunEvents): Promise<RunResult>;
  check(job: CheckJob): Promise<CheckResult>;
  /** Ends the running job, if any, with the outcome `stopped`. */
  stop(): void;
  /** Loads the engine at idle, so that the first Check need not wait. */
  warmUp(language: CodeLanguage): void;
  /** Hears how far the engine is, at once and at each step; null: it is ready (or nobody asked for it yet). Returns how to stop. */
  watch(language: CodeLanguage, listener: (preparation: Preparation | null) => void): () => void;
  dispose(): void;
}
