import type { Job } from './job.ts';
import type { Builtins, ModuleFunctions } from './modules.ts';
import type { Output } from './output.ts';
import type { Stdin } from './stdin.ts';
import type { CreateTesting, Testing } from './testing/testing.ts';
import type { Timers } from './timers.ts';

/** What the page put together: the learner's files, by name, and those of tests, by the test's id. */
export interface Parts {
  readonly files: ModuleFunctions;
  readonly testFiles: ModuleFunctions;
  readonly createTesting: CreateTesting | null;
}

/** The worker's own, taken before anything of a learner's ran. */
export interface World {
  readonly scope: typeof globalThis;
  readonly now: () => number;
  readonly setTimer: (handler: () => void, ms: number) => unknown;
  readonly timers: Timers;
  readonly seedRandom: (seed: number) => void;
  /** Hears errors that no one caught, as JSON; those of promises with `isRejection`. */
  onUncaught: (error: string, isRejection: boolean) => void;
}

/** Thrown by `process.exit()` in a check, where the worker has more to do. */
export const EXIT = new Error('process.exit() ended the program');

/** One job at work. */
export interface Session extends World {
  readonly parts: Parts;
  readonly job: Job;
  readonly output: Output;
  readonly stdin: Stdin;
  readonly testing: Testing | null;
  readonly builtins: Builtins;
  send(kind: string, text: string): void;
  /** The last word; whatever comes later is dropped. */
  end(outcome: string, error: string): void;
  hasEnded(): boolean;
}
