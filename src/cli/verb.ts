import type { Terminal } from './terminal.ts';

/** One thing that the tool does. */
export interface Verb {
  /** Printed by `--help`. */
  readonly usage: string;
  /** Gives the exit code. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
