import type { CodeFiles } from '../../../db/models/exercise.ts';
import type { CodeError } from '../../core/run-result.ts';
import type { Result } from '../../core/result.ts';
import type { Limits, TestInput } from '../runner.ts';
import type { Crash, WorkerParts } from '../sandbox/messages.ts';

/** What is to be run: a program once, with its input, or the tests of a check. */
export interface Program {
  readonly files: CodeFiles;
  readonly entry: string;
  readonly task: RunTask | { readonly kind: 'check'; readonly tests: readonly TestInput[] };
  readonly limits: Limits;
}

export interface RunTask {
  readonly kind: 'run';
  readonly stdin: string;
  /**
   * What the language's random numbers begin with: another at each run, the same again when a run is replayed. (A
   * check's seed is fixed, in the engine.)
   */
  readonly seed: number;
  /**
   * A read beyond `stdin` asks the learner. The worker says `ask` and waits for the answer (Python with JSPI), or says
   * `replay` and never goes on: it is run again with the longer `stdin`. Both carry the prompt as their text.
   */
  readonly isInteractive: boolean;
}

/** Hears which part of an engine's files has come, 0–1 of their bytes; null: that cannot be told. */
export type OnFraction = (fraction: number | null) => void;

/** Everything that knows a language, on the page's side. */
export interface Engine {
  /** A worker to be kept warm, that says `ready` before any job; null where each job brings its own. */
  spare(): WorkerParts | null;
  /** Its files have come; rejects when one cannot be had. Absent: it has none. */
  readonly loaded?: Promise<unknown>;
  /**
   * Names what a handover depends on: the engine's own files. It is kept for later visits under this name and the
   * browser's (see `handovers.ts`). Absent: nothing is handed over.
   */
  readonly handoverKey?: string;
  /** A worker to be booted once, at idle, for what it hands over to later ones; null: no need of one. */
  maker(): WorkerParts | null;
  /** What a maker handed over, just now or at an earlier visit: the very bytes. Spares begin with it from here on. */
  onMade(handedOver: Blob): void;
  /** A worker did not boot. True: try once more, without what was handed over. */
  onUnbootable(): boolean;
  /** Fails on a program that cannot start at all (a syntax error). */
  prepare(program: Program): Result<Prepared, Unstartable>;
}

export interface Unstartable {
  readonly type: 'Unstartable';
  readonly error: CodeError;
}

export interface Prepared {
  /** The job's own worker; null where the warm one takes it. */
  readonly worker: WorkerParts | null;
  readonly data: unknown;
  /** The learner's error behind what the worker sent (hostile); null when it is none. */
  readonly readError: (raw: unknown) => CodeError | null;
  /** The same for a worker that died of it; null when the fault is not the learner's. */
  readonly readCrash: (crash: Crash) => CodeError | null;
}
