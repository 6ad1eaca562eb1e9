/** What a command sees of the world: where it prints, and whether it was told to stop. */
export interface Terminal {
  /** Results: one line to stdout. */
  readonly print: (line: string) => void;
  /** What goes on and what went wrong: text to stderr, with its own line ends. */
  readonly note: (text: string) => void;
  /** Columns of a terminal that somebody looks at; null: notes go to a file or another program. */
  readonly columns: number | null;
  /** Aborts at the first Ctrl+C; the second ends the process at once. */
  readonly interrupted: AbortSignal;
}

/** Exit code after Ctrl+C, by the shells' custom. */
export const INTERRUPTED = 130;
/** Exit code for a command that cannot be carried out as it was written. */
export const MISUSED = 2;

/** Says why a verb is not carried out as it was written; gives the exit code of that. */
export const refusalOf =
  (verb: string, { note }: Pick<Terminal, 'note'>) =>
  (why: string): number => {
    note(`hornbook ${verb}: ${why}\n`);
    return MISUSED;
  };

/** As a shell tells of a program whose reader went away: 128 and the number of SIGPIPE. */
const UNHEARD = 141;

/** This process's own. `close` gives Ctrl+C back. */
export function processTerminal(): Terminal & { close(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  // `hornbook … | head` has read enough. It may be told after `close`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(UNHEARD);
  });
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    print: (line) => console.log(line),
    note: (text) => void process.stderr.write(text),
    columns: process.stderr.isTTY ? process.stderr.columns : null,
    interrupted: controller.signal,
    close() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
