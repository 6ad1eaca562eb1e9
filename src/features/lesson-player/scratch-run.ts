import type { RunResult } from '../../core/run-result.ts';
import type { CodeAnswer } from './code-exercise.ts';
import { createOutputLog, type OutputLog } from './output-log.ts';

/** A program that stands still until it is given a line. */
export interface Waiting {
  readonly prompt: string;
  /** A line without its end, or null: there is no more. */
  readonly answer: (line: string | null) => void;
}

/** A run that never counts, while it goes on and after. */
export interface ScratchRun {
  /** What was run. */
  readonly answer: CodeAnswer;
  readonly log: OutputLog;
  /** null while it goes on. */
  readonly result: RunResult | null;
  readonly waiting: Waiting | null;
  /** Time spent waiting for the learner so far, ms, and `performance.now()` of when it began. */
  readonly waitedMs: number;
  readonly startedAt: number;
}

export const beginRun = (answer: CodeAnswer): ScratchRun => ({
  ...{ answer, log: createOutputLog(), result: null, waiting: null },
  ...{ waitedMs: 0, startedAt: performance.now() },
});

/** The run with its result; the log holds all that the result holds, even when nothing was heard on the way. */
export function finishRun(run: ScratchRun, result: RunResult): ScratchRun {
  const isHeard = !run.log.isEmpty();
  const log = isHeard ? run.log : createOutputLog();
  if (!isHeard) for (const chunk of result.output) log.write(chunk);
  return { ...run, log, result, waiting: null };
}
