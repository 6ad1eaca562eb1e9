import type { CodeLanguage } from '../../db/models/enums.ts';
import { createMemoryFiles, type KeptFiles } from '../core/kept-files.ts';
import type { CodeError, Outcome } from '../core/run-result.ts';
import { createCalibration } from './calibration.ts';
import { judgeControls, withControls } from './controls.ts';
import { device, spareCount } from './device.ts';
import type { Program } from './engines/engine.ts';
import { loadEngine as loadOwnEngine, type LoadEngine } from './engines/load-engine.ts';
import { execute, lineFrom, type Ended, type Job } from './execute.ts';
import { createHandovers } from './handovers.ts';
import { createLiveOutput } from './live-output.ts';
import { DEFAULT_LIMITS, type Limits, type RunEvents, type Runner } from './runner.ts';
import type { OpenSandbox } from './sandbox/sandbox.ts';
import { createSpares } from './spares.ts';
import { createTranscript, type Told } from './transcript.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface RunnerOptions {
  /** Hidden frames in the app (`sandbox/browser-sandbox.ts`); nothing else holds hostile code. */
  readonly openSandbox: OpenSandbox;
  /** Tests bring their own; the app's engines come with the build. */
  readonly loadEngine?: LoadEngine;
  /** Where a warm engine's memory and the machine's speed are kept between visits; without it they go with the page. */
  readonly keptFiles?: KeptFiles;
}

/** All that is known of a job at its end, whichever way it ended. */
type Execution = Told & { readonly outcome: Outcome; readonly error: CodeError | null; readonly activeMs: number };

/**
 * The app's runner. Nothing is loaded before the first `warmUp`, `run` or `check` of a language. A job's clock starts
 * when its code does: loading an engine for the first time is not the learner's fault.
 */
export function createRunner({ openSandbox, loadEngine = loadOwnEngine, keptFiles = createMemoryFiles() }: RunnerOptions): Runner {
  const calibration = createCalibration(openSandbox, keptFiles);
  const handovers = createHandovers(keptFiles);
  const size = spareCount(device);
  const spares = createSpares({ openSandbox, loadEngine, handovers, calibration, size });
  let current = new AbortController();

  /** In a sandbox of its own, which is gone afterwards. */
  const once = async (language: CodeLanguage, job: Job): Promise<Ended> => {
    const pool = spares.of(language);
    const sandbox = await pool.take(job.abort);
    const hasEnded = spares.begin(language);
    try {
      const end = await execute(sandbox, job);
      if (end.type === 'ended' && end.outcome === 'out-of-memory') void pool.dropDead();
      return end;
    } finally {
      sandbox.remove();
      hasEnded();
    }
  };
  const limitsOf = async (given: Partial<Limits> | undefined): Promise<Limits> => {
    const limits = { ...DEFAULT_LIMITS, ...given };
    return limits.isScaled ? { ...limits, wallMs: limits.wallMs * (await calibration.factor()) } : limits;
  };
  /** Once, and again with a longer stdin for each line that a program asks for and cannot wait for. */
  const perform = async (language: CodeLanguage, program: Program, events: RunEvents, signal: AbortSignal): Promise<Execution> => {
    const live = createLiveOutput(events.onOutput ?? (() => undefined));
    const engine = await unlessAborted(spares.of(language).engine(), signal);
    let prepared = engine.prepare(program);
    if (!prepared.ok) return nothing('error', prepared.error.error);
    const { readError } = prepared.value;
    const { limits } = program;
    let { task } = program;
    const tests = task.kind === 'check' ? task.tests : [];
    const transcript = createTranscript({ tests, maxChars: limits.outputBytes, readError, onOutput: (chunk) => live.tell(chunk) });
    const told = (outcome: Outcome, error: CodeError | null = null, activeMs = 0): Execution => {
      live.flush();
      return { outcome, error, activeMs, ...transcript.close(outcome, error) };
    };
    try {
      while (prepared.ok) {
        const end = await once(language, { prepared: prepared.value, limits, transcript, onInput: events.onInput, abort: signal });
        if (end.type === 'ended') return told(end.outcome, end.error, end.activeMs);
        const line = await unlessAborted(lineFrom(events.onInput, end.prompt), signal);
        if (line !== null) transcript.typed(line);
        transcript.replayed();
        if (task.kind === 'run') task = line === null ? { ...task, isInteractive: false } : { ...task, stdin: withLine(task.stdin, line) };
        prepared = engine.prepare({ ...program, task });
      }
      return told('error', prepared.error.error);
    } catch {
      return told(signal.aborted ? 'stopped' : 'died');
    }
  };
  const work = async (language: CodeLanguage, program: Omit<Program, 'limits'>, limits: Partial<Limits> | undefined, events: RunEvents): Promise<Execution> => {
    current.abort();
    const { signal } = (current = new AbortController());
    try {
      // Measured for the first time while the engine boots.
      void calibration.factor();
      const pool = spares.of(language);
      pool.expectTaking();
      await unlessAborted(pool.engine(), signal);
      return await perform(language, { ...program, limits: await limitsOf(limits) }, events, signal);
    } catch {
      return nothing(signal.aborted ? 'stopped' : 'died');
    }
  };

  return {
    async run({ language, files, entry, stdin, limits }, events = {}) {
      const task = { kind: 'run', stdin, seed: freshSeed(), isInteractive: events.onInput !== undefined } as const;
      const { outcome, output, pictures, error, activeMs } = await work(language, { files, entry, task }, limits, events);
      return { outcome, output, pictures, error, activeMs };
    },
    async check(job) {
      const { language, files, entry, limits } = job;
      const { tests, controls } = withControls(job);
      const task = { kind: 'check', tests } as const;
      const execution = await work(language, { files, entry, task }, limits, {});
      const { outcome, runs, error, tampering, activeMs } = judgeControls(execution, controls);
      return { outcome, runs, error, tampering, activeMs };
    },
    stop: () => current.abort(),
    warmUp(language) {
      void calibration.factor();
      spares.warmUp(language);
    },
    watch: (language, listener) => spares.watch(language, listener),
    dispose() {
      current.abort();
      spares.dispose();
    },
  };
}

const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** One line more, each with its end. */
const withLine = (stdin: string, line: string): string => `${stdin}${stdin === '' || stdin.endsWith('\n') ? '' : '\n'}${line}\n`;

/** The job never began. */
const nothing = (outcome: Outcome, error: CodeError | null = null): Execution =>
  ({ outcome, error, output: [], pictures: [], runs: [], tampering: null, activeMs: 0 });
