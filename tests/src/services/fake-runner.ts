import type { CheckResult, RunResult, SelfReport } from '../../../src/core/run-result.ts';
import { parseLiteral } from '../../../src/core/values/literal.ts';
import type { CheckJob, RunJob, Runner } from '../../../src/runner/runner.ts';

/** Runs nothing: each call of a test gives back what `values` says, in the test's language, else None. */
export interface FakeRunner extends Runner {
  values: Record<string, string>;
  /** What each assert block and file of tests says of itself. */
  said: SelfReport | null;
  /** Takes the place of the next result of a check. */
  next: CheckResult | null;
  /** Awaited before a check ends: whatever else happens while code runs. */
  during: () => Promise<void>;
  readonly jobs: (CheckJob | RunJob)[];
}

export function createFakeRunner(): FakeRunner {
  return {
    values: {},
    said: null,
    next: null,
    during: () => Promise.resolve(),
    jobs: [],
    async check(job) {
      this.jobs.push(job);
      // A real run takes longer than a transaction may wait.
      await new Promise((resolve) => setTimeout(resolve, 2));
      await this.during();
      if (this.next !== null) return this.next;
      const runs = job.tests.map((test) => ({
        id: test.id,
        outcome: 'finished' as const,
        value: test.kind === 'call' ? parseLiteral(job.language, this.values[test.call] ?? 'None') : null,
        stdout: '',
        error: null,
        said: test.kind === 'assert' || test.kind === 'file' ? this.said : null,
      }));
      return { outcome: 'finished', runs, error: null, tampering: null, activeMs: 3 };
    },
    run(job, events) {
      this.jobs.push(job);
      events?.onOutput?.({ stream: 'stdout', text: job.stdin });
      const result: RunResult = { outcome: 'finished', output: [{ stream: 'stdout', text: job.stdin }], pictures: [], error: null, activeMs: 1 };
      return Promise.resolve(result);
    },
    stop: () => undefined,
    warmUp: () => undefined,
    watch: (_, listener) => {
      listener(null);
      return () => undefined;
    },
    dispose: () => undefined,
  };
}
