import { describe, expect, it } from 'vitest';
import { createMemoryFiles } from '../../../src/core/kept-files.ts';
import { createRunner } from '../../../src/runner/client.ts';
import type { Engine, RunTask } from '../../../src/runner/engines/engine.ts';
import type { RunEvents } from '../../../src/runner/runner.ts';
import { fakeEngine, fakeSandboxes, type FakeSandbox } from './fake-sandbox.ts';

const JOB = { language: 'python', files: { 'main.py': '' }, entry: 'main.py', stdin: '' } as const;
const DONE = '{"outcome":"finished","error":null,"activeMs":3}';

/** `program` plays the worker of each job. */
async function setUp(program: (sandbox: FakeSandbox, task: RunTask) => void, more: Partial<Engine> = {}) {
  const keptFiles = createMemoryFiles();
  // A machine twice as slow as an ordinary one.
  await keptFiles.write('calibration', new TextEncoder().encode('24'));
  const { opened, open } = fakeSandboxes();
  const openSandbox = async (): Promise<FakeSandbox> => {
    const sandbox = (await open()) as FakeSandbox;
    sandbox.onJob = (data) =>
      queueMicrotask(() => {
        sandbox.say('started');
        program(sandbox, data as RunTask);
      });
    return sandbox;
  };
  const runner = createRunner({ openSandbox, loadEngine: () => Promise.resolve(fakeEngine(more)), keptFiles });
  return { runner, opened };
}

const lines = (...given: string[]): RunEvents & { readonly prompts: string[]; readonly heard: string[] } => {
  const prompts: string[] = [];
  const heard: string[] = [];
  return {
    prompts,
    heard,
    onInput: (prompt) => (prompts.push(prompt), Promise.resolve(given.shift() ?? null)),
    onOutput: ({ stream, text }) => void heard.push(`${stream}: ${text}`),
  };
};

describe('the runner', () => {
  it('tells output while the program runs, and gives all of it again at the end', async () => {
    const { runner } = await setUp((sandbox) => {
      sandbox.say('stdout', 'one\n');
      setTimeout(() => {
        sandbox.say('stdout', 'two\n');
        sandbox.say('done', DONE);
      }, 100);
    });
    const events = lines();
    const running = runner.run(JOB, events);
    await expect.poll(() => events.heard).toEqual(['stdout: one\n']);
    expect((await running).output).toEqual([{ stream: 'stdout', text: 'one\ntwo\n' }]);
    expect(events.heard).toEqual(['stdout: one\n', 'stdout: two\n']);
  });

  it('throws a sandbox away after its job', async () => {
    const { runner, opened } = await setUp((sandbox) => sandbox.say('done', DONE));
    await runner.run(JOB);
    expect(opened.filter(({ jobs }) => jobs.length > 0).map(({ isRemoved }) => isRemoved)).toEqual([true]);
    runner.dispose();
    expect(opened.every(({ isRemoved }) => isRemoved)).toBe(true);
  });

  it('runs a program again, longer by what was typed, when it cannot wait', async () => {
    const tasks: RunTask[] = [];
    const { runner } = await setUp((sandbox, task) => {
      tasks.push(task);
      const [name, age] = task.stdin.split('\n');
      sandbox.say('stdout', 'Name? ');
      if (name === '' && task.isInteractive) { sandbox.say('replay', 'Name? '); return; }
      sandbox.say('stdout', `Hi ${name ?? ''}. Age? `);
      if (age === '' && task.isInteractive) sandbox.say('replay', 'Age? ');
      else { sandbox.say('stdout', 'bye'); sandbox.say('done', DONE); }
    });
    const events = lines('Ann');
    const result = await runner.run(JOB, events);
    expect(result.output.map(({ stream, text }) => `${stream}: ${text}`)).toEqual(['stdout: Name? ', 'stdin: Ann\n', 'stdout: Hi Ann. Age? bye']);
    expect(events.prompts).toEqual(['Name? ', 'Age? ']);
    expect(tasks.map(({ stdin, isInteractive }) => [stdin, isInteractive])).toEqual([['', true], ['Ann\n', true], ['Ann\n', false]]);
    expect(new Set(tasks.map(({ seed }) => seed)).size).toBe(1);
    await runner.run(JOB);
    expect(tasks.at(-1)?.seed).not.toBe(tasks[0]?.seed);
    expect(tasks.at(-1)?.isInteractive).toBe(false);
  });

  it('can be stopped while it waits for a line, with the output so far', async () => {
    for (const word of ['ask', 'replay']) {
      const { runner } = await setUp((sandbox) => {
        sandbox.say('stdout', 'Name? ');
        sandbox.say(word, 'Name? ');
      });
      let isAsked = false;
      const running = runner.run(JOB, { onInput: () => ((isAsked = true), new Promise(() => undefined)) });
      await expect.poll(() => isAsked).toBe(true);
      runner.stop();
      expect(await running).toMatchObject({ outcome: 'stopped', output: [{ text: 'Name? ' }] });
    }
  });

  it('gives a slow machine more time, unless it is told not to', async () => {
    let hasEnded = false;
    const { runner } = await setUp(() => undefined);
    const strict = await runner.run({ ...JOB, limits: { wallMs: 100, isScaled: false } });
    expect(strict.outcome).toBe('timed-out');
    expect(strict.activeMs).toBeLessThan(190);
    const scaled = runner.run({ ...JOB, limits: { wallMs: 100 } }).finally(() => (hasEnded = true));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(hasEnded).toBe(false);
    expect((await scaled).activeMs).toBeGreaterThanOrEqual(199);
  });

  it('stops the job before when a new one comes', async () => {
    const { runner } = await setUp(() => undefined);
    const first = runner.run(JOB);
    const second = runner.run({ ...JOB, limits: { wallMs: 50 } });
    expect((await first).outcome).toBe('stopped');
    expect((await second).outcome).toBe('timed-out');
  });

  it('ends as died when the engine cannot be had', async () => {
    const { open } = fakeSandboxes();
    const runner = createRunner({ openSandbox: open, loadEngine: () => Promise.reject(new Error('offline')) });
    expect((await runner.run(JOB)).outcome).toBe('died');
  });
});
