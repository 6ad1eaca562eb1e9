import type { CodeLanguage } from '../../db/models/enums.ts';
import type { CheckResult } from '../core/run-result.ts';
import type { CheckJob, TestInput } from './runner.ts';

/**
 * Tests that nobody can pass, run behind those that tell of themselves, in the same realm and told by the same road.
 * Where one is said to have passed, or is never heard of, the telling itself was tampered with, by whatever means. They
 * load the program as the others do, and their words are new each time.
 */
export function controlTests({ language, entry, tests }: CheckJob): readonly TestInput[] {
  return CONTROLLED.filter((kind) => tests.some((test) => test.kind === kind)).map((kind) => controlTest(kind, language, entry));
}

/** The result without the controls; with what they prove, if they do. */
export function judgeControls<R extends Pick<CheckResult, 'outcome' | 'runs' | 'tampering'>>(result: R, controls: readonly TestInput[]): R {
  const ids = new Set(controls.map(({ id }) => id));
  const runs = result.runs.filter((run) => !ids.has(run.id));
  const heard = result.runs.filter((run) => ids.has(run.id));
  const isForged = heard.some(({ said }) => said?.status === 'passed' || said?.status === 'skipped');
  const isSilent = result.outcome === 'finished' && controls.some(({ id }) => !heard.some((run) => run.id === id));
  const tampering = result.tampering ?? (isForged ? PASSED : isSilent ? UNHEARD : null);
  // The time of a program that is slow to load is for its own tests.
  const isOnlyLate = result.outcome === 'timed-out' && heard.length > 0;
  return { ...result, outcome: isOnlyLate ? 'finished' : result.outcome, runs, tampering };
}

const CONTROLLED = ['assert', 'file'] as const;
const PASSED = 'A test that cannot be passed was said to have passed.';
const UNHEARD = 'A test was never heard of.';

function controlTest(kind: (typeof CONTROLLED)[number], language: CodeLanguage, entry: string): TestInput {
  const [id, a, b] = [word(), word(), word()];
  const isPython = language === 'python';
  if (kind === 'assert') return { id, kind, code: isPython ? `assert "${a}" == "${b}"` : `throw new Error("${a}");` };
  return isPython
    ? { id, kind, file: `${id}_test.py`, source: pythonFile(entry, id, a, b), runSkipped: false }
    : { id, kind, file: `${id}.test.js`, source: javascriptFile(entry, a, b), runSkipped: false };
}

const pythonFile = (entry: string, id: string, a: string, b: string): string => `import importlib
import unittest
try:
    importlib.import_module("${entry.replace(/\.py$/, '').replaceAll('/', '.')}")
except BaseException:
    pass
class ${id.toUpperCase()}Test(unittest.TestCase):
    def test_${a}(self):
        self.assertEqual("${a}", "${b}")
    def test_${b}(self):
        raise RuntimeError("${b}")
def test_${id}():
    assert "${b}" == "${a}"
`;

const javascriptFile = (entry: string, a: string, b: string): string => `try { require(${JSON.stringify(`./${entry}`)}); } catch {}
test('${a}', () => { expect('${a}').toBe('${b}'); });
test('${b}', () => { throw new Error('${b}'); });
`;

/** A name in any language. */
const word = (): string => `t${crypto.randomUUID().replaceAll('-', '')}`;
