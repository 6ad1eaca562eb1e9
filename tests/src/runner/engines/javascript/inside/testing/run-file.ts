import { compileFunction } from 'node:vm';
import { compileProgram } from '../../../../../../../src/runner/engines/javascript/compile.ts';
import type { AssertJob } from '../../../../../../../src/runner/engines/javascript/inside/job.ts';
import { instantiate, type ModuleFunctions } from '../../../../../../../src/runner/engines/javascript/inside/modules.ts';
import createTesting from '../../../../../../../src/runner/engines/javascript/inside/testing/main.ts';
import { DEFAULT_LIMITS, type TestInput } from '../../../../../../../src/runner/runner.ts';

export interface Told {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly called: string | null;
  readonly expected: string | null;
  readonly got: string | null;
}
export interface Ran {
  readonly told: readonly Told[];
  /** `passed`, `failed`, `skipped` by the tests' names. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly tampered: string | null;
}

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly runSkipped?: boolean;
}

/** Runs a file of tests as the sandbox does, but here. */
export async function runFile(source: string, { files = {}, runSkipped = false }: Options = {}): Promise<Ran> {
  return run({ 'main.js': '', ...files }, { id: 'f', kind: 'file', file: 'main.test.js', source, runSkipped });
}

/** Runs an assert block. */
export const runAssert = (code: string, main = ''): Promise<Ran> => run({ 'main.js': main }, { id: 'a', kind: 'assert', code });

async function run(files: Readonly<Record<string, string>>, test: TestInput): Promise<Ran> {
  const task = { kind: 'check', tests: [test] } as const;
  const compiled = compileProgram({ files, entry: 'main.js', task, limits: DEFAULT_LIMITS }, () => 0, 'token');
  if (!compiled.ok) throw new Error(compiled.error.error.message);
  const firstLine = compiled.value.testLines[0] ?? 1;
  let parts: { readonly files: ModuleFunctions; readonly tests: ModuleFunctions } = { files: {}, tests: {} };
  const start = compileFunction(compiled.value.text, ['startHarness', 'createTesting']) as (take: (...parts: ModuleFunctions[]) => void) => void;
  start((own = {}, tests = {}) => (parts = { files: own, tests }));
  const told: Told[] = [];
  let tampered: string | null = null;
  const send = (kind: string, text: string): void => {
    if (kind === 'tested') told.push((JSON.parse(text) as { said: Told }).said);
    if (kind === 'tampered') tampered = text;
  };
  const timers = { count: () => 0, idle: () => Promise.resolve(), clear: () => undefined, hold: () => () => undefined };
  const testing = createTesting({ scope: globalThis, send, flush: () => undefined, now: () => performance.now(), setTimer: (run, ms) => setTimeout(run, ms / 10), timers });
  if (test.kind === 'file') {
    const functions = parts.tests.f;
    await testing.runFile({ ...test, firstLine }, (given, builtin, onRequired) =>
      instantiate(parts.files, { file: test.file, run: functions ?? (() => undefined), given, builtins: builtin, onRequired }, testing.builtin).settled(),
    );
  } else if (test.kind === 'assert') {
    const job: AssertJob = { id: 'a', kind: 'assert', source: test.code, firstLine };
    const { blocks } = instantiate(parts.files, 'main.js', testing.builtin).result as { blocks: readonly (() => Promise<unknown>)[] };
    const rest = await testing.runAssert(job, blocks[0] ?? (() => Promise.resolve()));
    if (rest !== null) send('tested', `{"id":"a"${rest}}`);
  }
  return { told, statuses: Object.fromEntries(told.map(({ name, status }) => [name, status])), tampered };
}
