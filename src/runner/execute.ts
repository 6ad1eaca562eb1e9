import type { CodeError, Outcome } from '../core/run-result.ts';
import { createClock } from './clock.ts';
import type { Prepared } from './engines/engine.ts';
import type { Limits, RunEvents } from './runner.ts';
import type { FrameMessage } from './sandbox/messages.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { Transcript } from './transcript.ts';
import { readReport } from './wire/read-report.ts';

/** Until the worker says that it started; a worker that brings its job must first be parsed. */
const START_GRACE_MS = 3_000;
/** A value may be long (10,000 numbers are some 300,000 characters) and a picture too; all of a job's together are capped. */
const VALUE_CHARS = 12_000_000;
/** Writers flush by size and time; who writes to both streams in turn sends a message for each line. */
const MAX_MESSAGES = 20_000;
const PROMPT_CHARS = 2_000;

export interface Job {
  readonly prepared: Prepared;
  readonly limits: Limits;
  /** Hears what the worker tells. */
  readonly transcript: Transcript;
  readonly onInput: RunEvents['onInput'];
  /** Ends it as `stopped`. */
  readonly abort: AbortSignal;
}

/** `replay`: the program wants a line, and cannot wait for it: it is to be run again. */
export type Ended =
  | { readonly type: 'ended'; readonly outcome: Outcome; readonly error: CodeError | null; readonly activeMs: number }
  | { readonly type: 'replay'; readonly prompt: string };

/** Runs one job in a sandbox, to its end or its limits. The caller removes the sandbox. */
export function execute(sandbox: Sandbox, { prepared, limits, transcript, onInput, abort }: Job): Promise<Ended> {
  return new Promise((resolve) => {
    const run = crypto.randomUUID();
    const clock = createClock(() => end('timed-out'));
    let hasStarted = false;
    let isWaiting = false;
    let isOver = false;

    const resolveAs = (ended: Ended): void => {
      isOver = true;
      clock.stop();
      sandbox.listen(() => undefined);
      abort.removeEventListener('abort', stop);
      resolve(ended);
    };
    const end = (outcome: Outcome, error: CodeError | null = null, activeMs = clock.elapsed()): void =>
      resolveAs({ type: 'ended', outcome, error, activeMs });
    const stop = (): void => end('stopped');
    const ask = async (prompt: string): Promise<void> => {
      isWaiting = true;
      clock.pause();
      const line = await lineFrom(onInput, prompt);
      if (isOver) return;
      isWaiting = false;
      if (line !== null) transcript.typed(line);
      clock.goOn();
      sandbox.answer(run, line);
    };
    const onSaid = (kind: string, text: string): void => {
      if (kind === 'started') {
        // Once: a program that could say it again would have no limit.
        if (!hasStarted) clock.start(limits.wallMs);
        hasStarted = true;
      } else if (kind === 'done') {
        const report = readReport(text, prepared.readError);
        if (report === null) end('died');
        else end(report.outcome, report.error, report.activeMs);
      } else if (kind === 'ask') {
        if (hasStarted && !isWaiting) void ask(text.slice(0, PROMPT_CHARS));
      } else if (kind === 'replay' && onInput !== undefined) {
        resolveAs({ type: 'replay', prompt: text.slice(0, PROMPT_CHARS) });
      } else if (!transcript.add(kind, text)) {
        end('too-much-output');
      }
    };
    sandbox.listen((message: FrameMessage) => {
      if (message.type === 'message') {
        if (message.run === run) onSaid(message.kind, message.text);
      } else if (message.type === 'flooded') {
        end('too-much-output');
      } else if (message.type === 'gone') {
        // Nothing else that code in a worker can do ends the process around it.
        end('out-of-memory');
      } else {
        const error = prepared.readCrash(message);
        end(error === null ? 'died' : 'error', error);
      }
    });
    if (abort.aborted) { stop(); return; }
    abort.addEventListener('abort', stop);
    clock.start(START_GRACE_MS + limits.wallMs);
    if (prepared.worker !== null) sandbox.startWorker(prepared.worker);
    sandbox.startJob(run, prepared.data, { maxMessages: MAX_MESSAGES, maxChars: limits.outputBytes * 2 + VALUE_CHARS });
  });
}

/** One line of the learner's, without its end; null: there will be none. */
export async function lineFrom(onInput: RunEvents['onInput'], prompt: string): Promise<string | null> {
  try {
    return (await onInput?.(prompt)) ?? null;
  } catch {
    return null;
  }
}
