/** What comes back from running a learner's code: plain data, the same for every language. */

export type Outcome =
  | 'finished'
  | 'error'
  | 'timed-out'
  | 'out-of-memory'
  | 'too-much-output'
  | 'died'
  | 'stopped';

/** A value carried out of the learner's realm, so that it can be compared where their code cannot reach. */
export type Value =
  | { readonly kind: 'none' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Decimal digits: Python integers and BigInts have no upper bound. */
  | { readonly kind: 'integer'; readonly digits: string }
  /** `Number`'s own words, `NaN` and `Infinity` included. */
  | { readonly kind: 'float'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'tuple'; readonly items: readonly Value[] }
  | { readonly kind: 'set'; readonly items: readonly Value[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Value, Value])[] }
  /** Anything else, by its repr, which is cut at 2,000 characters. */
  | { readonly kind: 'other'; readonly typeName: string; readonly repr: string };

export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** An error of the learner's program. Lines count from 1; frames are the learner's own code only, outermost first. */
export interface CodeError {
  readonly type: string;
  readonly message: string;
  readonly line: number | null;
  readonly frames: readonly { readonly file: string; readonly line: number; readonly name: string }[];
}

export interface RunResult {
  readonly outcome: Outcome;
  /** In the order it was written. */
  readonly output: readonly OutputChunk[];
  readonly error: CodeError | null;
  /** Processor-bound wall time of the learner's code, ms. */
  readonly activeMs: number;
}

/** How one test ran. The verdict is not here: it is computed outside, by `core/grading`. */
export interface TestRun {
  readonly id: string;
  readonly outcome: Outcome;
  /** What the call gave back; null for an output test, or when there was none. */
  readonly value: Value | null;
  readonly stdout: string;
  readonly error: CodeError | null;
}

export interface CheckResult {
  /** `finished` when every test ran to its end or to an error of its own; else what stopped the rest. */
  readonly outcome: Outcome;
  readonly runs: readonly TestRun[];
  /** An error that kept every test from running (a syntax error, an exception at the top of the file). */
  readonly error: CodeError | null;
  readonly activeMs: number;
}
