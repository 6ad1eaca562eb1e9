import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Outcome } from '../../../src/core/run-result.ts';
import { inBrowser } from '../browser.ts';
import { javascript, openRunnerPage, python, stdoutOf, type RunnerPage } from './page.ts';

const WALL_MS = 1_500;
/** Ours is 200 ms on a quiet machine; a shared one needs room. */
const STALL_MS = 1_000;

/** Programs to survive, each with the ends it may meet. */
const PROGRAMS: readonly (readonly [name: string, language: 'python' | 'javascript', ends: readonly Outcome[], code: string])[] = [
  ['an endless loop', 'python', ['timed-out'], 'while True: pass'],
  ['a loop that swallows every exception', 'python', ['timed-out'], 'while True:\n    try:\n        while True: pass\n    except BaseException: pass'],
  ['a flood of prints', 'python', ['too-much-output'], 'while True:\n    try: print("x" * 50)\n    except BaseException: pass'],
  ['200,000 lines', 'python', ['too-much-output', 'timed-out'], 'for i in range(200_000): print(i)'],
  ['a print of 100 MB', 'python', ['too-much-output', 'out-of-memory'], 'print("x" * 100_000_000)'],
  ['a list bomb', 'python', ['out-of-memory', 'timed-out'], 'a = []\nwhile True: a.append("x" * 100_000 + str(len(a)))'],
  ['bytes doubling', 'python', ['out-of-memory', 'timed-out'], 'a = b"x"\nwhile True: a += a'],
  ['a number too large', 'python', ['timed-out', 'out-of-memory'], 'print(9 ** 9 ** 9)'],
  ['a deep repr', 'python', ['died', 'error', 'timed-out'], 'a = []\nfor i in range(1_000_000): a = [a]\nprint(repr(a))'],
  ['endless recursion', 'python', ['error', 'died', 'timed-out'], 'import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(n): return f(n + 1)\nf(0)'],
  ['os._exit', 'python', ['died'], 'import os\nos._exit(0)'],
  ['memory overwritten', 'python', ['died', 'error'], 'import ctypes\nctypes.memset(0, 255, 10 ** 7)'],
  ['an endless asyncio sleep', 'python', ['timed-out'], 'import asyncio\nasync def main():\n    while True: await asyncio.sleep(0.01)\nasyncio.run(main())'],
  ['a thread', 'python', ['error'], 'import threading\nthreading.Thread(target=print).start()'],
  ['an endless loop', 'javascript', ['timed-out'], 'while (true) {}'],
  ['a loop of promises', 'javascript', ['timed-out'], 'for (;;) await null;'],
  ['a flood of prints', 'javascript', ['too-much-output'], 'while (true) try { console.log("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"); } catch {}'],
  ['a print of 100 MB', 'javascript', ['too-much-output'], 'console.log("x".repeat(1e8))'],
  ['a message of 100 MB', 'javascript', ['error'], 'postMessage("x".repeat(1e8))'],
  ['200,000 errors', 'javascript', ['error', 'finished'], 'for (let i = 0; i < 200_000; i++) reportError(new Error("x"))'],
  ['an error of 100 MB', 'javascript', ['error', 'timed-out'], 'setTimeout(() => { throw new Error("x".repeat(1e8)) }); await new Promise(() => {})'],
  ['a catastrophic pattern', 'javascript', ['timed-out'], '/^(a+)+$/.test("a".repeat(40) + "b")'],
  ['endless recursion', 'javascript', ['error', 'timed-out'], 'const f = () => f() + 1; f()'],
  ['a heap bomb', 'javascript', ['timed-out', 'died', 'error'], 'const a = []; for (;;) a.push("x".repeat(1000) + a.length)'],
  ['timers left behind', 'javascript', ['timed-out'], 'setInterval(() => console.log("tick"), 400)'],
  ['a worker of its own', 'javascript', ['timed-out', 'error'], 'const u = URL.createObjectURL(new Blob(["for (;;) {}"])); const p = trustedTypes.createPolicy("runner", { createScriptURL: (x) => x }); for (let i = 0; i < 4; i++) new Worker(p.createScriptURL(u)); await new Promise(() => {})'],
];

inBrowser('hostile programs', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it.each(PROGRAMS)('%s in %s ends by name, in time, and the page never stops', async (_, language, ends, code) => {
    const job = language === 'python' ? python(code) : javascript(code);
    const result = await runner.run({ ...job, limits: { wallMs: WALL_MS } });
    expect(ends).toContain(result.outcome);
    expect(result.activeMs).toBeLessThan(WALL_MS + 500);
    expect(result.output.reduce((sum, chunk) => sum + chunk.text.length, 0)).toBeLessThanOrEqual(1_000_000 + 10_000);
    expect(await runner.longestStall()).toBeLessThan(STALL_MS);
  });

  it('runs clean after them all', async () => {
    expect(stdoutOf(await runner.run(python('print("clean")')))).toBe('clean\n');
    expect(stdoutOf(await runner.run(javascript('console.log("clean")')))).toBe('clean\n');
    expect(await runner.page.locator('iframe').count()).toBeLessThanOrEqual(2);
  });

  it('stops a job on request, and a new job stops the one before', async () => {
    const loop = javascript('console.log("in"); for (;;) {}', { limits: { wallMs: 10_000 } });
    const stopped = runner.run(loop);
    await runner.page.waitForTimeout(1_500);
    await runner.page.evaluate(() => window.runner.stop());
    expect(await stopped).toMatchObject({ outcome: 'stopped', output: [{ stream: 'stdout', text: 'in\n' }] });

    const first = runner.run(loop);
    await runner.page.waitForTimeout(1_500);
    expect((await runner.run(javascript('console.log("second")'))).outcome).toBe('finished');
    expect((await first).outcome).toBe('stopped');
  });
});
