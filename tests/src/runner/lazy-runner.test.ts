import { describe, expect, it } from 'vitest';
import { createLazyRunner } from '../../../src/runner/lazy-runner.ts';
import type { Runner } from '../../../src/runner/runner.ts';

describe('a lazy runner', () => {
  it('loads at the first use, once', async () => {
    const { said, load } = setUp();
    const runner = createLazyRunner(load);
    runner.stop();
    expect(said).toEqual([]);
    await Promise.all([runner.run(JOB), runner.run(JOB)]);
    expect(said).toEqual(['load', 'run', 'run']);
  });

  it('lets a stop reach a job that was asked for while it loaded', async () => {
    const { said, load } = setUp();
    const runner = createLazyRunner(load);
    const job = runner.run(JOB);
    runner.stop();
    await job;
    expect(said).toEqual(['load', 'run', 'stop']);
  });
});

const JOB = { language: 'python', files: {}, entry: 'main.py', stdin: '' } as const;

function setUp() {
  const said: string[] = [];
  const finished = { outcome: 'finished', output: [], error: null, activeMs: 0 } as const;
  const loaded: Runner = {
    run: () => (said.push('run'), new Promise((resolve) => setTimeout(() => resolve(finished), 5))),
    check: () => (said.push('check'), Promise.resolve({ ...finished, runs: [] })),
    stop: () => void said.push('stop'),
    warmUp: () => void said.push('warmUp'),
    dispose: () => void said.push('dispose'),
  };
  const load = (): Promise<Runner> => (said.push('load'), Promise.resolve(loaded));
  return { said, load };
}
