import type { CodeError, Outcome, OutputChunk, TestRun } from '../core/run-result.ts';
import type { Prepared } from './engines/engine.ts';
import type { Limits } from './runner.ts';
import type { FrameMessage } from './sandbox/messages.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { readReport, readTestRun } from './wire/read-report.ts';

/** Until the worker says that it started; a worker that brings its job must first be parsed. */
const START_GRACE_MS = 3_000;
/** A value may be long (10,000 numbers are some 300,000 characters); all of a job's together are capped. */
const VALUE_CHARS = 4_000_000;
/** Writers flush by size and time, so an honest program stays far below. */
const MAX_MESSAGES = 3_000;

/** All that is known of a job at its end, whichever way it ended. */
export interface Execution {
  readonly outcome: Outcome;
  readonly error: CodeError | null;
  readonly output: readonly OutputChunk[];
  readonly runs: readonly TestRun[];
  readonly activeMs: number;
}

/** Runs one job in a sandbox, to its end or its limits. The caller removes the sandbox. `abort` ends it as `stopped`. */
export function execute(sandbox: Sandbox, prepared: Prepared, limits: Limits, abort: AbortSignal): Promise<Execution> {
  return new Promise((resolve) => {
    const transcript = createTranscript(prepared);
    const run = crypto.randomUUID();
    let hasStarted = false;
    let startedAt = performance.now();
    let timer = setTimeout(() => end('timed-out'), START_GRACE_MS + limits.wallMs);

    const end = (outcome: Outcome, error: CodeError | null = null, activeMs = performance.now() - startedAt): void => {
      clearTimeout(timer);
      sandbox.listen(() => undefined);
      resolve({ outcome, error, activeMs, ...transcript.close(outcome, error) });
    };
    const onSaid = (kind: string, text: string): void => {
      if (kind === 'started') {
        // Once: a program that could say it again would have no limit.
        if (hasStarted) return;
        hasStarted = true;
        clearTimeout(timer);
        startedAt = performance.now();
        timer = setTimeout(() => end('timed-out'), limits.wallMs);
      } else if (kind === 'done') {
        const report = readReport(text, prepared.readError);
        if (report === null) end('died');
        else end(report.outcome, report.error, report.activeMs);
      } else {
        transcript.add(kind, text);
      }
    };
    sandbox.listen((message: FrameMessage) => {
      if (message.type === 'message') {
        if (message.run === run) onSaid(message.kind, message.text);
      } else if (message.type === 'flooded') {
        end('too-much-output');
      } else {
        const error = prepared.readCrash(message);
        end(error === null ? 'died' : 'error', error);
      }
    });
    if (abort.aborted) { end('stopped'); return; }
    abort.addEventListener('abort', () => end('stopped'), { once: true });
    if (prepared.worker !== null) sandbox.startWorker(prepared.worker);
    sandbox.startJob(run, prepared.data, { maxMessages: MAX_MESSAGES, maxChars: limits.outputBytes * 2 + VALUE_CHARS });
  });
}

interface Transcript {
  add(kind: string, text: string): void;
  /** A test that was still running ends as the job does. */
  close(outcome: Outcome, error: CodeError | null): Pick<Execution, 'output' | 'runs'>;
}

/** What was written and which tests ended, as the worker tells it. */
function createTranscript({ readError }: Prepared): Transcript {
  const output: { stream: 'stdout' | 'stderr'; text: string }[] = [];
  const runs: TestRun[] = [];
  let test: { readonly id: string; readonly from: number } | null = null;
  const stdoutSince = (from: number): string =>
    output.reduce((text, chunk, index) => (index >= from && chunk.stream === 'stdout' ? text + chunk.text : text), '');
  return {
    add(kind, text) {
      if (kind === 'stdout' || kind === 'stderr') {
        const last = output.length > (test?.from ?? 0) ? output.at(-1) : undefined;
        if (last?.stream === kind) last.text += text;
        else output.push({ stream: kind, text });
      } else if (kind === 'test') test = { id: text, from: output.length };
      else if (kind === 'tested' && test !== null) {
        const run = readTestRun(text, stdoutSince(test.from), readError);
        if (run?.id === test.id) runs.push(run);
        test = null;
      }
    },
    close(outcome, error) {
      const last = test === null ? [] : [{ id: test.id, outcome, value: null, stdout: stdoutSince(test.from), error }];
      return { output, runs: [...runs, ...last] };
    },
  };
}
