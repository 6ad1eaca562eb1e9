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

describe('watching a lazy runner', () => {
  it('does not load it, and begins once something else does', async () => {
    const { said, load } = setUp();
    const runner = createLazyRunner(load);
    const heard: unknown[] = [];
    const unwatch = runner.watch('python', (preparation) => heard.push(preparation));
    runner.watch('javascript', () => undefined)();
    expect([said, heard]).toEqual([[], [null]]);
    await runner.run(JOB);
    unwatch();
    expect(said).toEqual(['load', 'watch python', 'run', 'unwatch']);
  });
});

const JOB = { language: 'python', files: {}, entry: 'main.py', stdin: '' } as const;

function setUp() {
  const said: string[] = [];
  const finished = { outcome: 'finished', output: [], pictures: [], error: null, tampering: null, activeMs: 0 } as const;
  const loaded: Runner = {
    run: () => (said.push('run'), new Promise((resolve) => setTimeout(() => resolve(finished), 5))),
    check: () => (said.push('check'), Promise.resolve({ ...finished, runs: [] })),
    stop: () => void said.push('stop'),
    warmUp: () => void said.push('warmUp'),
    watch: (language) => (said.push(`watch ${language}`), () => void said.push('unwatch')),
    dispose: () => void said.push('dispose'),
  };
  const load = (): Promise<Runner> => (said.push('load'), Promise.resolve(loaded));
  return { said, load };
}
