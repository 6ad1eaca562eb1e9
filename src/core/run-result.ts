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
  /** `stdin`: a line the learner typed while the program waited, with its line end. */
  readonly stream: 'stdout' | 'stderr' | 'stdin';
  readonly text: string;
}

/** A picture a program made: data, shown as an `<img>`, never as part of the page. */
export interface Picture {
  readonly mimeType: 'image/svg+xml' | 'image/png';
  /** SVG: its text. PNG: base64. At most 1 MB of characters. */
  readonly data: string;
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
  /** At most 20, in the order they were shown; a later one with the same name takes the place of the one before. */
  readonly pictures: readonly Picture[];
  readonly error: CodeError | null;
  /** Processor-bound wall time of the learner's code, ms. */
  readonly activeMs: number;
}

/**
 * What a test that has to run beside the learner's code says of itself. Known tampering is noticed
 * (`CheckResult.tampering`), secrecy is not promised.
 */
export interface SelfReport {
  /** In a file of tests: `Class.method`, or the titles of describe and test joined with ` › `. Else ''. */
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** The framework's words, short; '' when passed. */
  readonly message: string;
  /** As the language writes them; null where the test did not compare. */
  readonly called: string | null;
  readonly expected: string | null;
  readonly got: string | null;
}

/** How one test ran. For call and output tests the verdict is not here: `core/grading` computes it, outside. */
export interface TestRun {
  readonly id: string;
  readonly outcome: Outcome;
  /** What the call gave back; null for an output test, or when there was none. */
  readonly value: Value | null;
  readonly stdout: string;
  readonly error: CodeError | null;
  /** For assert blocks and each test of a file (several runs then bear the file's id); null for the others. */
  readonly said: SelfReport | null;
}

export interface CheckResult {
  /** `finished` when every test ran to its end or to an error of its own; else what stopped the rest. */
  readonly outcome: Outcome;
  readonly runs: readonly TestRun[];
  /** An error that kept every test from running (a syntax error, an exception at the top of the file). */
  readonly error: CodeError | null;
  /** What was found changed under the tests that run inside, in plain words; null: nothing was. Then none has passed. */
  readonly tampering: string | null;
  readonly activeMs: number;
}
