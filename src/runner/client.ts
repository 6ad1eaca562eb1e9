import type { CodeLanguage } from '../../db/models/enums.ts';
import type { CodeError, Outcome } from '../core/run-result.ts';
import type { Engine, Program } from './engines/engine.ts';
import { loadEngine as loadOwnEngine } from './engines/load-engine.ts';
import { execute, type Execution } from './execute.ts';
import { DEFAULT_LIMITS, type Runner } from './runner.ts';
import type { SandboxHost } from './sandbox/sandbox.ts';
import { createSpares } from './spares.ts';
import { unlessAborted } from './unless-aborted.ts';

export interface RunnerOptions extends SandboxHost {
  /** Tests bring their own; the app's engines come with the build. */
  readonly loadEngine?: (language: CodeLanguage) => Promise<Engine>;
}

/**
 * The app's runner. Nothing is loaded before the first `warmUp`, `run` or `check` of a language. A job's clock starts
 * when its code does: loading an engine for the first time is not the learner's fault.
 */
export function createRunner({ doc, trustedHtml, loadEngine = loadOwnEngine }: RunnerOptions): Runner {
  const spares = createSpares({ doc, trustedHtml }, loadEngine);
  let current = new AbortController();

  const work = async (language: CodeLanguage, program: Program): Promise<Execution> => {
    current.abort();
    const { signal } = (current = new AbortController());
    try {
      const engine = await unlessAborted(spares.engine(language), signal);
      const prepared = engine.prepare(program);
      if (!prepared.ok) return ended('error', prepared.error.error);
      const sandbox = await spares.take(language, signal);
      const refill = setTimeout(() => spares.fill(language), REFILL_AFTER_MS);
      try {
        return await execute(sandbox, prepared.value, program.limits, signal);
      } finally {
        sandbox.remove();
        clearTimeout(refill);
        spares.fill(language);
      }
    } catch {
      return ended(signal.aborted ? 'stopped' : 'died');
    }
  };

  return {
    async run({ language, files, entry, stdin, limits }) {
      const program: Program = { files, entry, task: { kind: 'run', stdin }, limits: { ...DEFAULT_LIMITS, ...limits } };
      const { outcome, output, error, activeMs } = await work(language, program);
      return { outcome, output, error, activeMs };
    },
    async check({ language, files, entry, tests, limits }) {
      const program: Program = { files, entry, task: { kind: 'check', tests }, limits: { ...DEFAULT_LIMITS, ...limits } };
      const { outcome, runs, error, activeMs } = await work(language, program);
      return { outcome, runs, error, activeMs };
    },
    stop: () => current.abort(),
    warmUp: (language) => spares.fill(language),
    dispose() {
      current.abort();
      spares.dispose();
    },
  };
}

/** A job that runs this long may have to be killed: its successor is made ready meanwhile, short ones are left in peace. */
const REFILL_AFTER_MS = 300;

const ended = (outcome: Outcome, error: CodeError | null = null): Execution => ({ outcome, error, output: [], runs: [], activeMs: 0 });
