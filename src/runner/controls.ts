import type { CheckResult, TestRun } from '../core/run-result.ts';
import type { CheckJob, TestInput } from './runner.ts';

/** A test that nobody can pass. `count`: so many times it must be heard of. */
export interface Control {
  /** Stands in the id or in the name of all that it tells. */
  readonly word: string;
  readonly count: number;
}

/**
 * Tests that nobody can pass, run behind those that tell of themselves, in the same realm and told by the same road.
 * Where one is said to have passed, or is never heard of, the telling itself was tampered with, by whatever means. They
 * load the program as the others do, and their words are new each time. Python's stand at the end of the last file of
 * tests: a file of their own would load the program once more, which costs as much as an ordinary check.
 */
export function withControls({ language, entry, tests }: CheckJob): { readonly tests: readonly TestInput[]; readonly controls: readonly Control[] } {
  const kinds = CONTROLLED.filter((kind) => tests.some((test) => test.kind === kind));
  const last = tests.findLast((test) => test.kind === 'file');
  const added: TestInput[] = [];
  const controls: Control[] = [];
  let own = tests;
  for (const kind of kinds) {
    const [id, a, b] = [word(), word(), word()];
    let count = 1;
    if (kind === 'assert') {
      added.push({ id, kind, code: language === 'python' ? `assert "${a}" == "${b}"` : `throw new Error("${a}");` });
    } else if (language === 'python') {
      const python = pythonTests(last?.source ?? '', id, a, b);
      own = own.map((test) => (test === last ? { ...last, source: last.source + python.text } : test));
      ({ count } = python);
    } else {
      added.push({ id, kind, file: `${id}.test.js`, source: javascriptFile(entry, a, b), runSkipped: false });
      count = 2;
    }
    controls.push({ word: id, count });
  }
  return { tests: [...own, ...added], controls };
}

/** The result without the controls; with what they prove, if they do. */
export function judgeControls<R extends Pick<CheckResult, 'outcome' | 'runs' | 'tampering'>>(result: R, controls: readonly Control[]): R {
  const isOf = ({ id, said }: TestRun, control: Control): boolean => id === control.word || said?.name.includes(control.word) === true;
  const heard = result.runs.filter((run) => controls.some((control) => isOf(run, control)));
  const runs = result.runs.filter((run) => !heard.includes(run));
  const isForged = heard.some(({ said }) => said?.status === 'passed' || said?.status === 'skipped');
  const isSilent = result.outcome === 'finished' && controls.some((control) => heard.filter((run) => isOf(run, control)).length < control.count);
  const tampering = result.tampering ?? (isForged ? PASSED : isSilent ? UNHEARD : null);
  // The time of a program that is slow to load is for its own tests; one of those that did not end is none of that.
  const isOnlyLate = result.outcome === 'timed-out' && heard.length > 0 && !runs.some(({ outcome }) => outcome === 'timed-out');
  return { ...result, outcome: isOnlyLate ? 'finished' : result.outcome, runs, tampering };
}

const CONTROLLED = ['assert', 'file'] as const;
const PASSED = 'A test that cannot be passed was said to have passed.';
const UNHEARD = 'A test was never heard of.';

/** By the same roads as the file's own: unittest's where a class has a base, pytest's for functions and plain classes; by both where it is unclear. */
function pythonTests(source: string, id: string, a: string, b: string): { readonly text: string; readonly count: number } {
  const cases = /^\s*class\s+\w+\s*\(\s*[^\s)]|\bunittest\b/m.test(source);
  const functions = /^(async\s+)?def\s+test|^class\s+\w+\s*(\(\s*\))?\s*:/m.test(source);
  const isUnclear = !cases && !functions;
  const [hasCases, hasFunctions] = [cases || isUnclear, functions || isUnclear];
  // A plain assert has the whole file turned: only where there is one already.
  const fail = /\bassert\b/.test(source) ? `assert "${b}" == "${a}"` : `raise AssertionError("${b}")`;
  const ofCases = `
import unittest as ${id}
class Test_${id}(${id}.TestCase):
    def test_${a}(self):
        self.assertEqual("${a}", "${b}")
    def test_${b}(self):
        raise RuntimeError("${b}")
`;
  const ofFunction = `
def test_${id}():
    ${fail}
`;
  return { text: `${hasCases ? ofCases : ''}${hasFunctions ? ofFunction : ''}`, count: (hasCases ? 2 : 0) + (hasFunctions ? 1 : 0) };
}

const javascriptFile = (entry: string, a: string, b: string): string => `try { require(${JSON.stringify(`./${entry}`)}); } catch {}
test('${a}', () => { expect('${a}').toBe('${b}'); });
test('${b}', () => { throw new Error('${b}'); });
`;

/** A name in any language. */
const word = (): string => `t${crypto.randomUUID().replaceAll('-', '')}`;
