import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runnerImport } from 'vite';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CheckJob, RunJob } from '../../../src/runner/runner.ts';
import { messages } from '../../../src/build/messages-plugin.ts';
import type { Bench } from '../bench.ts';
import type { Work } from '../measure.ts';
import { openBenchPage } from './bench-page.ts';
import { CALLS, JAVASCRIPT, PYTHON, PYTHON_TESTS, WANTED } from './programs.ts';
import { rawJavaScript } from './raw-python.ts';

const LOOP_MS = 1_500;
const FILES = { 'main.py': PYTHON, 'test_main.py': PYTHON_TESTS };
const FILE_CHECK: CheckJob = {
  language: 'python',
  files: { 'main.py': PYTHON },
  entry: 'main.py',
  tests: [{ id: 'file', kind: 'file', file: 'test_main.py', source: PYTHON_TESTS, runSkipped: false }],
};
const CALL_TESTS = CALLS.map((call) => ({ id: call, kind: 'call', call }) as const);
const CALL_CHECKS = {
  python: { language: 'python', files: { 'main.py': PYTHON }, entry: 'main.py', tests: CALL_TESTS },
  javascript: { language: 'javascript', files: { 'main.js': JAVASCRIPT }, entry: 'main.js', tests: CALL_TESTS },
} satisfies Record<string, CheckJob>;
const PRINT = { python: 'print("hello")', javascript: 'console.log("hello")' };
const LOOP = { python: 'while True: pass', javascript: 'for (;;) {}' };
/** Those of a machine with 4 GB; all have come before a timed check begins. */
const SPARES = 3;

export async function openRunnerBench(): Promise<Bench> {
  const opened = await openBenchPage();
  const { page } = opened;
  // It finds buttons by the app's own words, which Vite makes.
  const { module } = await runnerImport<typeof import('./first-visit.ts')>(join(import.meta.dirname, 'first-visit.ts'), { configFile: false, plugins: [messages()] });
  const visits = module.openFirstVisits();
  const ours = oursOn(page);
  const raw = rawOn(page);
  const tested = (language: 'python' | 'javascript'): Work => ({
    goal: 1.5,
    work: `warm check of three call tests, ${language}`,
    against: 'the bare engine, warm, doing the same',
    ours: () => ours.check(CALL_CHECKS[language]),
    theirs: () => (language === 'python' ? raw.calls() : raw.javascript()),
  });
  const again = (language: 'python' | 'javascript'): Work => ({
    work: `a run after a killed loop, ${language}`,
    against: 'one after a good run',
    goal: 1.1,
    ours: () => ours.runAfter(language, LOOP[language], 'timed-out'),
    theirs: () => ours.runAfter(language, PRINT[language], 'finished'),
  });
  return {
    works: [
      { work: 'cold Python, unittest included', against: 'a plain Pyodide boot', goal: 0.3, ours: () => ours.coldCheck(), theirs: raw.boot },
      { work: 'control: a plain Pyodide boot', against: 'itself', goal: null, ours: raw.boot, theirs: raw.boot },
      { work: 'warm check of a file of three tests, python', against: 'the bare engine, warm, doing the same', goal: 1.5, ours: () => ours.check(FILE_CHECK), theirs: raw.file },
      tested('python'),
      tested('javascript'),
      { work: 'control: the bare engine, warm', against: 'itself', goal: null, ours: raw.file, theirs: raw.file },
      { work: 'slowest of three checks in a row, python', against: 'one check', goal: 1.5, ours: () => ours.threeChecks(), theirs: () => ours.check(FILE_CHECK) },
      again('python'),
      again('javascript'),
      { work: 'the first print of a first visit, server gone', against: 'bare Pyodide booting and printing', goal: 1.3, ours: () => visits.firstPrint(), theirs: raw.bootAndPrint },
    ],
    async close() {
      await visits.close();
      await opened.close();
    },
  };
}

/** Timed inside the page, so that the road to it does not count. */
function oursOn(page: Page) {
  const warm = async (language: CodeLanguage): Promise<void> => {
    await page.evaluate((l) => window.runner.warmUp(l), language);
    if (language === 'python') await page.evaluate((count) => window.untilWarm(count), SPARES);
    else await page.waitForTimeout(1_000);
  };
  let presses = 0;
  /** As at each press of a learner's: what is checked is not what was checked before. */
  const edited = (job: CheckJob): CheckJob => {
    presses += 1;
    const comment = job.language === 'python' ? `# ${presses}` : `// ${presses}`;
    return { ...job, files: { ...job.files, [job.entry]: `${job.files[job.entry] ?? ''}\n${comment}\n` } };
  };
  const timedCheck = async (job: CheckJob): Promise<number> => {
    const { ms, result } = await page.evaluate(async (j) => {
      const from = performance.now();
      const checked = await window.runner.check(j);
      return { ms: performance.now() - from, result: checked };
    }, edited(job));
    strictEqual(result.outcome, 'finished', JSON.stringify(result.error));
    const isFile = job.tests[0]?.kind === 'file';
    const got = result.runs.map(({ said, value }) => (isFile ? said?.status : plain(value)));
    deepStrictEqual(got, isFile ? ['passed', 'passed', 'passed'] : WANTED);
    return ms;
  };
  const timedRun = async (language: 'python' | 'javascript', code: string): Promise<{ ms: number; outcome: string }> => {
    const entry = language === 'python' ? 'main.py' : 'main.js';
    const job: RunJob = { language, files: { [entry]: code }, entry, stdin: '', limits: { wallMs: LOOP_MS, isScaled: false } };
    return page.evaluate(async (j) => {
      const from = performance.now();
      const { outcome } = await window.runner.run(j);
      return { ms: performance.now() - from, outcome };
    }, job);
  };
  return {
    async check(job: CheckJob): Promise<number> {
      await warm(job.language);
      return timedCheck(job);
    },
    /** Of a page just opened, which has visited before. */
    async coldCheck(): Promise<number> {
      const isKept = await page.evaluate(async () => (await (await caches.open('hornbook-kept')).keys()).some(({ url }) => url.includes('python-')));
      if (!isKept) await warm('python');
      await reload(page);
      return timedCheck(FILE_CHECK);
    },
    async threeChecks(): Promise<number> {
      await warm('python');
      const times = [await timedCheck(FILE_CHECK), await timedCheck(FILE_CHECK), await timedCheck(FILE_CHECK)];
      return Math.max(...times);
    },
    async runAfter(language: 'python' | 'javascript', code: string, wanted: string): Promise<number> {
      await warm(language);
      strictEqual((await timedRun(language, code)).outcome, wanted);
      const { ms, outcome } = await timedRun(language, PRINT[language]);
      strictEqual(outcome, 'finished');
      return ms;
    },
  };
}

function rawOn(page: Page) {
  const ask = (message: unknown): Promise<{ ms: number; said: unknown }> =>
    page.evaluate(async (m) => {
      const from = performance.now();
      const raw = (window.raw ??= window.newRaw());
      const said = await raw.ask(m);
      return { ms: performance.now() - from, said };
    }, message);
  const cold = async (message: unknown, wanted: unknown): Promise<number> => {
    await reload(page);
    const { ms, said } = await ask(message);
    deepStrictEqual(said, wanted);
    return ms;
  };
  const warm = async (message: unknown, wanted: unknown): Promise<number> => {
    if (await page.evaluate(() => window.raw === undefined)) await ask({ kind: 'boot' });
    const { ms, said } = await ask(message);
    deepStrictEqual(said, wanted);
    return ms;
  };
  return {
    boot: () => cold({ kind: 'boot' }, 'booted'),
    bootAndPrint: () => cold([{ kind: 'boot' }, { kind: 'print', code: PRINT.python }], 'hello\n'),
    calls: () => warm({ kind: 'calls', code: PYTHON, calls: CALLS }, WANTED),
    file: () => warm({ kind: 'file', files: FILES, module: 'test_main' }, '3 0'),
    /** A worker for each check, as anyone has it who wants a clean realm. */
    async javascript(): Promise<number> {
      const { ms, said } = await page.evaluate(async (text) => {
        const from = performance.now();
        const raw = window.newRaw(text);
        const answer = await raw.ask(null);
        const took = performance.now() - from;
        raw.end();
        return { ms: took, said: answer };
      }, rawJavaScript(JAVASCRIPT, CALLS));
      deepStrictEqual(said, WANTED);
      return ms;
    },
  };
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => 'runner' in window);
}

/** A value as the runner carries it, as far as the programs here need. */
function plain(value: { readonly kind: string } | null): unknown {
  const { kind, ...rest } = (value ?? { kind: 'none' }) as { kind: string; value?: unknown; digits?: string; text?: string };
  return kind === 'string' ? rest.value : Number(rest.digits ?? rest.text);
}
