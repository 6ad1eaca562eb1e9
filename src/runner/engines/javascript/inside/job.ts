/** What the page tells the worker (see `engine.ts` outside): everything but the code, which it already has. */
export interface Job {
  readonly entry: string;
  readonly stdin: string;
  readonly seed: number;
  readonly isInteractive: boolean;
  /** null: run the program once. */
  readonly tests: readonly TestJob[] | null;
  readonly outputBytes: number;
  /** Comes back with the calls and assert blocks; the learner's code cannot know it. */
  readonly token: string;
}

/** `firstLine`: the script's line that holds the first of `source`. */
export type TestJob =
  | { readonly id: string; readonly kind: 'call' }
  | { readonly id: string; readonly kind: 'output'; readonly stdin: string }
  | AssertJob
  | FileJob;

export interface AssertJob {
  readonly id: string;
  readonly kind: 'assert';
  readonly source: string;
  readonly firstLine: number;
}

export interface FileJob {
  readonly id: string;
  readonly kind: 'file';
  readonly file: string;
  readonly source: string;
  readonly firstLine: number;
  readonly runSkipped: boolean;
}
