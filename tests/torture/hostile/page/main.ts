import type { CodeLanguage } from '../../../../db/models/enums.ts';
import type { CodeCompletionExercise } from '../../../../db/models/exercise.ts';
import { gradeCode } from '../../../../src/core/grading/code.ts';
import type { RunResult } from '../../../../src/core/run-result.ts';
import { createRunner } from '../../../../src/runner/client.ts';
import type { RunJob } from '../../../../src/runner/runner.ts';
import { testInput } from '../../../../src/runner/test-input.ts';
import { browserSandbox } from '../../../../src/runner/sandbox/browser-sandbox.ts';
import type { Attack, Endured, Grading } from '../types.ts';
import { startBeat, takeGap, takeLongestTask } from './beat.ts';
import { plantCanaries, readStorage } from './canaries.ts';

declare global {
  interface Window {
    torture: { prepare(canary: string): Promise<void>; endure(attack: Attack): Promise<Endured> };
  }
}

/** No allowance for a slow machine: the limits are the app's own. */
const RUN_LIMITS = { isScaled: false };
/** Checks need less: their verdict is asked for, not their end. */
const CHECK_WALL_MS = 1_200;
/** A learner who types so many lines, and then closes the input. */
const PATIENT_LINES = 5;

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}
const policy = (window as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('app', { createHTML: (html) => html });
const trustedHtml = (html: string): string => policy?.createHTML(html) ?? html;
const runner = createRunner({ openSandbox: browserSandbox({ doc: document, trustedHtml }) });

/** What comes from outside the runner's own ports: nothing must. */
const heard: string[] = [];
new BroadcastChannel('app').onmessage = (event) => heard.push(`broadcast ${String(event.data)}`);
addEventListener('message', (event) => heard.push(`message ${String(event.data)}`));
addEventListener('storage', (event) => heard.push(`storage ${String(event.key)}`));
addEventListener('hashchange', () => heard.push('hashchange'));
addEventListener('focus', () => heard.push('focus'));
addEventListener('error', (event) => heard.push(`error ${event.message}`));
addEventListener('unhandledrejection', (event) => heard.push(`rejection ${String(event.reason)}`));

let canary = '';
let stored = '';

window.torture = {
  async prepare(words) {
    canary = words;
    await plantCanaries(words);
    for (const language of ['javascript', 'python'] as const) {
      // Twice: what an engine keeps for later is there afterwards.
      for (let i = 0; i < 2; i++) {
        if (!(await runClean(language))) throw new Error(`${language} does not run: ${JSON.stringify(await runner.run(cleanJob(language)))}`);
      }
    }
    await until(10_000, async () => isReady('python'));
    stored = await readStorage();
    heard.length = 0;
    startBeat();
  },
  async endure({ language, files, entry, exercises, hidden }) {
    await until(20_000, async () => isReady(language));
    heard.length = 0;
    takeGap();
    takeLongestTask();
    const told: string[] = [];
    const clean: boolean[] = [];
    const cleanMs: number[] = [];
    const cleaned = async (run: (language: CodeLanguage) => Promise<boolean>): Promise<void> => {
      const [isClean, ms] = await timed(() => run(language));
      clean.push(isClean);
      cleanMs.push(ms);
    };

    let asked = 0;
    const onInput = (): Promise<string | null> => {
      asked += 1;
      return Promise.resolve(asked <= PATIENT_LINES ? `line ${asked}` : null);
    };
    const [result, ms] = await timed(() => runner.run({ language, files, entry, stdin: '', limits: RUN_LIMITS }, { onInput, onOutput: () => undefined }));
    await cleaned(runClean);
    told.push(JSON.stringify(result));
    const gradings: Grading[] = [];
    for (const exercise of result.outcome === 'timed-out' ? joined(exercises) : exercises) {
      const [checked, checkMs] = await timed(() =>
        runner.check({ language, files, entry, tests: exercise.tests.map(testInput), limits: { ...RUN_LIMITS, wallMs: CHECK_WALL_MS } }),
      );
      const grade = gradeCode(exercise, checked, []);
      told.push(JSON.stringify(checked));
      gradings.push({
        verdict: grade.verdict,
        passed: grade.testResults.filter((test) => test.passed).map((test) => test.id),
        outcome: checked.outcome,
        tampering: checked.tampering,
        ms: checkMs,
      });
    }
    await cleaned(checkClean);

    const now = await readStorage();
    const count = (words: string): number => told.reduce((sum, text) => sum + text.split(words).length - 1, 0);
    return {
      outcome: result.outcome,
      activeMs: result.activeMs,
      ms,
      chars: result.output.reduce((sum, chunk) => sum + chunk.text.length, 0),
      seen: seenIn(result),
      gradings,
      leaked: hidden.filter((words) => count(words) > 0),
      canaryBytes: count(canary) * canary.length,
      clean,
      cleanMs,
      heard: heard.slice(0, 10).map((words) => words.slice(0, 200)),
      storageChange: now === stored ? null : now,
      frames: document.querySelectorAll('iframe').length,
      gapMs: takeGap(),
      taskMs: takeLongestTask(),
    };
  },
};

/** One exercise with all the tests: a program that never ends would only take its time with each of them. */
const joined = (exercises: readonly CodeCompletionExercise[]): readonly CodeCompletionExercise[] =>
  exercises.slice(0, 1).map((first) => ({ ...first, tests: exercises.flatMap((exercise) => exercise.tests) }));

const CLEAN: Readonly<Record<CodeLanguage, readonly [entry: string, code: string]>> = {
  python: ['main.py', 'print("clean", sum([1, 2]), sorted({"b": 1, "a": 2}))\ndef two(): return [1, {"a": 2.5}]\n'],
  javascript: ['main.js', 'console.log("clean", [1, 2].map((n) => n + 1));\nfunction two() { return [1, { a: 2.5 }]; }\n'],
  typescript: ['main.ts', 'const n: number = 3; console.log("clean", n);\nfunction two(): unknown { return [1, { a: 2.5 }]; }\n'],
};
const CLEAN_OUTPUT: Readonly<Record<CodeLanguage, string>> = {
  python: "clean 3 ['a', 'b']\n",
  javascript: 'clean [ 2, 3 ]\n',
  typescript: 'clean 3\n',
};

const cleanJob = (language: CodeLanguage): RunJob => {
  const [entry, code] = CLEAN[language];
  return { language, files: { [entry]: code }, entry, stdin: '' };
};

async function runClean(language: CodeLanguage): Promise<boolean> {
  const { outcome, output, error } = await runner.run(cleanJob(language));
  return outcome === 'finished' && error === null && output.length === 1 && output[0]?.text === CLEAN_OUTPUT[language];
}

async function checkClean(language: CodeLanguage): Promise<boolean> {
  const { files, entry } = cleanJob(language);
  const tests = [{ id: 'two', name: 'two', isVisible: true, kind: 'call', call: 'two()', expect: '[1, {"a": 2.5}]' }] as const;
  const checked = await runner.check({ language, files, entry, tests: tests.map(testInput) });
  const exercise = { language, tests, constructs: { required: [], forbidden: [] }, starter: { files, entry }, mistakes: [] };
  return gradeCode(exercise as unknown as CodeCompletionExercise, checked, []).verdict === 'PASSED';
}

/** Whether the next job finds a spare that has booted. */
function isReady(language: CodeLanguage): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = runner.watch(language, (preparation) => {
      resolve(preparation === null);
      setTimeout(() => stop());
    });
  });
}

async function until(limitMs: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + limitMs;
  while (performance.now() < end && !(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

function seenIn({ output, error, pictures }: RunResult): string {
  const text = output.map((chunk) => (chunk.stream === 'stdout' ? chunk.text : `[${chunk.stream}] ${chunk.text}`)).join('');
  const told = error === null ? '' : ` [${error.type}: ${error.message}]`;
  return `${text.slice(0, 300)}${told.slice(0, 300)}${pictures.length === 0 ? '' : ` [${pictures.length} pictures]`}`;
}
