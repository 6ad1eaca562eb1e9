import type { CodeLanguage } from '../../db/models/enums.ts';
import type { CodeError, Outcome } from '../core/run-result.ts';
import type { Engine, Prepared, Program } from './engines/engine.ts';
import { loadEngine as loadOwnEngine } from './engines/load-engine.ts';
import { execute, lineFrom, type Ended, type Job } from './execute.ts';
import { createLiveOutput } from './live-output.ts';
import { DEFAULT_LIMITS, type RunEvents, type Runner } from './runner.ts';
import type { OpenSandbox } from './sandbox/sandbox.ts';
import { createSpares } from './spares.ts';
import { createTranscript, type Told } from './transcript.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface RunnerOptions {
  /** Hidden frames in the app (`sandbox/browser-sandbox.ts`); nothing else holds hostile code. */
  readonly openSandbox: OpenSandbox;
  /** Tests bring their own; the app's engines come with the build. */
  readonly loadEngine?: (language: CodeLanguage) => Promise<Engine>;
}

/** All that is known of a job at its end, whichever way it ended. */
type Execution = Told & { readonly outcome: Outcome; readonly error: CodeError | null; readonly activeMs: number };

/**
 * The app's runner. Nothing is loaded before the first `warmUp`, `run` or `check` of a language. A job's clock starts
 * when its code does: loading an engine for the first time is not the learner's fault.
 */
export function createRunner({ openSandbox, loadEngine = loadOwnEngine }: RunnerOptions): Runner {
  const spares = createSpares(openSandbox, loadEngine);
  let current = new AbortController();

  /** In a sandbox of its own, which is gone afterwards. */
  const once = async (language: CodeLanguage, job: Job): Promise<Ended> => {
    const sandbox = await spares.take(language, job.abort);
    const refill = setTimeout(() => spares.fill(language), REFILL_AFTER_MS);
    try {
      return await execute(sandbox, job);
    } finally {
      sandbox.remove();
      clearTimeout(refill);
      spares.fill(language);
    }
  };
  const work = async (language: CodeLanguage, program: Program, events: RunEvents): Promise<Execution> => {
    current.abort();
    const { signal } = (current = new AbortController());
    const live = createLiveOutput(events.onOutput ?? (() => undefined));
    try {
      const engine = await unlessAborted(spares.engine(language), signal);
      const prepared = engine.prepare(program);
      if (!prepared.ok) return ended('error', prepared.error.error);
      const { readError } = prepared.value;
      const tests = program.task.kind === 'check' ? program.task.tests : [];
      const transcript = createTranscript({ tests, maxChars: program.limits.outputBytes, readError, onOutput: live.tell });
      const jobOf = (of: Prepared): Job => ({ prepared: of, limits: program.limits, transcript, onInput: events.onInput, abort: signal });
      let end = await once(language, jobOf(prepared.value));
      let { task } = program;
      while (end.type === 'replay' && task.kind === 'run') {
        const line = await unlessAborted(lineFrom(events.onInput, end.prompt), signal).catch(() => null);
        if (signal.aborted) break;
        if (line !== null) transcript.typed(line);
        transcript.replayed();
        task = line === null ? { ...task, isInteractive: false } : { ...task, stdin: withLine(task.stdin, line) };
        const again = engine.prepare({ ...program, task });
        if (!again.ok) break;
        end = await once(language, jobOf(again.value));
      }
      if (end.type === 'replay') end = { type: 'ended', outcome: signal.aborted ? 'stopped' : 'died', error: null, activeMs: 0 };
      live.flush();
      const { outcome, error, activeMs } = end;
      return { outcome, error, activeMs, ...transcript.close(outcome, error) };
    } catch {
      return ended(signal.aborted ? 'stopped' : 'died');
    }
  };

  return {
    async run({ language, files, entry, stdin, limits }, events = {}) {
      const task = { kind: 'run', stdin, seed: freshSeed(), isInteractive: events.onInput !== undefined } as const;
      const { outcome, output, pictures, error, activeMs } = await work(language, { files, entry, task, limits: { ...DEFAULT_LIMITS, ...limits } }, events);
      return { outcome, output, pictures, error, activeMs };
    },
    async check({ language, files, entry, tests, limits }) {
      const task = { kind: 'check', tests } as const;
      const { outcome, runs, error, tampering, activeMs } = await work(language, { files, entry, task, limits: { ...DEFAULT_LIMITS, ...limits } }, {});
      return { outcome, runs, error, tampering, activeMs };
    },
    stop: () => current.abort(),
    warmUp: (language) => spares.fill(language),
    watch: (_, listener) => {
      listener(null);
      return () => undefined;
    },
    dispose() {
      current.abort();
      spares.dispose();
    },
  };
}

/** A job that runs this long may have to be killed: its successor is made ready meanwhile, short ones are left in peace. */
const REFILL_AFTER_MS = 300;

const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** One line more, each with its end. */
const withLine = (stdin: string, line: string): string => `${stdin}${stdin === '' || stdin.endsWith('\n') ? '' : '\n'}${line}\n`;

const ended = (outcome: Outcome, error: CodeError | null = null): Execution =>
  ({ outcome, error, output: [], pictures: [], runs: [], tampering: null, activeMs: 0 });
