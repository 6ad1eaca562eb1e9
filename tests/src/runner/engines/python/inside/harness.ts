import { loadPyodide } from 'pyodide';
import { pythonSources } from '../../../../../../src/build/engine-assets.ts';
import type { CodeError, SelfReport } from '../../../../../../src/core/run-result.ts';
import type { TestInput } from '../../../../../../src/runner/runner.ts';

/** The Python half of the engine alone, in Node: one interpreter for many jobs, where a worker has one job. */
export interface Harness {
  run(job: Partial<Job>): Said;
}

interface Job {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly stdin: string;
  readonly seed: number;
  readonly isInteractive: boolean;
  readonly tests: readonly TestInput[] | null;
  readonly outputBytes: number;
}

export interface Tested {
  readonly id: string;
  readonly outcome: string;
  readonly value: unknown;
  readonly error: CodeError | null;
  readonly said: SelfReport | null;
}

export interface Said {
  readonly outcome: string;
  readonly error: CodeError | null;
  readonly stdout: string;
  readonly tested: readonly Tested[];
  readonly tampered: readonly string[];
  readonly pictures: readonly { readonly name: string; readonly mimeType: string; readonly data: string }[];
  readonly messages: number;
}

export async function bootHarness(): Promise<Harness> {
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/learner' } });
  const sources = pythonSources();
  pyodide.runPython(`${sources.boot ?? ''}\nbegin, step, warm, rehearse = take(${JSON.stringify(sources)})\n`);
  const globals = pyodide.globals as unknown as { get(name: string): unknown };
  const begin = globals.get('begin') as (job: string, emit: (kind: string, text: string) => void) => void;
  const step = globals.get('step') as () => string;
  return {
    run(given) {
      const job: Job = { files: {}, entry: 'main.py', stdin: '', seed: 1, isInteractive: false, tests: null, outputBytes: 1_000_000, ...given };
      const said: [kind: string, text: string][] = [];
      begin(JSON.stringify(job), (kind, text) => said.push([kind, text]));
      let end: string | null = null;
      while (end === null) {
        const told = JSON.parse(step()) as { told: [string, string][]; end: string | null };
        said.push(...told.told);
        end = told.end;
      }
      const of = (kind: string): string[] => said.flatMap(([one, text]) => (one === kind ? [text] : []));
      return {
        ...(JSON.parse(`{${end}}`) as Pick<Said, 'outcome' | 'error'>),
        stdout: of('stdout').join(''),
        tested: of('tested').map((text) => JSON.parse(text) as Tested),
        tampered: of('tampered'),
        pictures: of('picture').map((text) => JSON.parse(text) as Said['pictures'][number]),
        messages: said.length,
      };
    },
  };
}

/** A check of `main.py` by one file of tests: what each test said of itself. */
export function checkFile(harness: Harness, code: string, source: string, runSkipped = false): Said {
  const tests = [{ id: 'file', kind: 'file', file: 'main_test.py', source, runSkipped }] as const;
  return harness.run({ files: { 'main.py': code }, tests });
}
