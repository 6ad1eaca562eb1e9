import { describe, expect, it } from 'vitest';
import type { TestRun } from '../../../src/core/run-result.ts';
import { judgeControls, withControls, type Control } from '../../../src/runner/controls.ts';
import type { TestInput } from '../../../src/runner/runner.ts';

const CALL: TestInput = { id: 'call', kind: 'call', call: 'f()' };
const ASSERT: TestInput = { id: 'assert', kind: 'assert', code: 'assert f()' };
const FILE: TestInput = { id: 'file', kind: 'file', file: 'main_test.py', source: '', runSkipped: false };
const job = (tests: readonly TestInput[]) => ({ language: 'python', files: {}, entry: 'lib/main.py', tests }) as const;

const run = (id: string, status: 'passed' | 'failed' | 'skipped'): TestRun => ({
  id, outcome: 'finished', value: null, stdout: '', error: null,
  said: { name: '', status, message: '', called: null, expected: null, got: null },
});

const wordOf = (test: TestInput): string | undefined => withControls(job([test])).controls[0]?.word;

describe('control tests', () => {
  it('go with assert blocks and files of tests, one of each kind, and with nothing else', () => {
    expect(withControls(job([CALL]))).toEqual({ tests: [CALL], controls: [] });
    const { tests, controls } = withControls(job([CALL, ASSERT, ASSERT, FILE]));
    expect(tests.map(({ kind }) => kind)).toEqual(['call', 'assert', 'assert', 'file', 'assert']);
    expect(controls).toMatchObject([{ count: 1 }, { count: 3 }]);
  });

  it.each([
    ['class T(unittest.TestCase):', ['import unittest', 'AssertionError'], 2],
    ['class T(Base):\n    def test_a(self): pass\ndef helper(): pass', ['import unittest', 'AssertionError'], 2],
    ['def test_a(): pass', ['AssertionError', 'import unittest'], 1],
    ['class TestA:\n    def test_a(self): assert f()', ['assert "', 'import unittest'], 1],
    ['class T(Base): pass\nasync def test_a(): pass', ['import unittest', 'assert "'], 3],
    ['x = 1', ['import unittest', 'assert "'], 3],
  ])('are told by the roads of the file’s own tests: %s', (source, [has = '', hasNot = ''], count) => {
    const { tests, controls } = withControls(job([{ ...FILE, source }]));
    const [file] = tests;
    const added = file?.kind === 'file' ? file.source.slice(source.length) : '';
    expect(controls).toMatchObject([{ count }]);
    expect(added).toContain(has);
    expect(added).not.toContain(hasNot);
  });

  it('stand at the end of the last of Python’s files, and in a file of their own for JavaScript', () => {
    const first = { ...FILE, id: 'first', source: 'x = 1' };
    const { tests, controls } = withControls(job([first, FILE]));
    expect(tests[0]).toEqual(first);
    expect(tests[1]).toMatchObject({ id: 'file', source: expect.stringContaining(`class Test_${controls[0]?.word ?? '?'}(`) as string });
    const javascript = withControls({ ...job([FILE]), language: 'javascript' });
    expect(javascript.tests).toMatchObject([FILE, { kind: 'file', source: expect.stringContaining('require("./lib/main.py")') as string }]);
  });

  it('have a name that is never the same', () => {
    const [one, other] = [wordOf(FILE), wordOf(FILE)];
    expect(one).not.toBe(other);
  });

  it('leave a result as it was where they failed, as they must', () => {
    const controls = withControls(job([ASSERT])).controls;
    const id = controls[0]?.word ?? '';
    const result = { outcome: 'finished', runs: [run('assert', 'passed'), run(id, 'failed')], tampering: null } as const;
    expect(judgeControls(result, controls)).toEqual({ ...result, runs: [run('assert', 'passed')] });
  });

  it.each(['passed', 'skipped'] as const)('prove tampering where one is said to have been %s', (status) => {
    const controls = withControls(job([ASSERT])).controls;
    const result = { outcome: 'finished', runs: [run('assert', 'passed'), run(controls[0]?.word ?? '', status)], tampering: null } as const;
    expect(judgeControls(result, controls).tampering).toContain('cannot be passed');
  });

  it('prove tampering where one is never heard of, unless something stopped the run', () => {
    const controls = withControls(job([ASSERT])).controls;
    const runs = [run('assert', 'passed')];
    expect(judgeControls({ outcome: 'finished', runs, tampering: null }, controls).tampering).toContain('never heard of');
    expect(judgeControls({ outcome: 'died', runs, tampering: null }, controls)).toEqual({ outcome: 'died', runs, tampering: null });
  });

  it('hide no test of a file that never ended, though they ran before it', () => {
    const controls: readonly Control[] = [{ word: 'tx', count: 3 }];
    const endless: TestRun = { ...run('file', 'failed'), outcome: 'timed-out', said: null };
    const heard: TestRun = { ...run('file', 'failed'), said: { name: 'Test_tx', status: 'failed', message: '', called: null, expected: null, got: null } };
    expect(judgeControls({ outcome: 'timed-out', runs: [heard, endless], tampering: null }, controls)).toEqual({ outcome: 'timed-out', runs: [endless], tampering: null });
  });

  it('are told from the others of their file by their names', () => {
    const control: Control = { word: 'tx', count: 2 };
    const named = (name: string, status: 'passed' | 'failed'): TestRun => ({ ...run('file', status), said: { name, status, message: '', called: null, expected: null, got: null } });
    const own = named('Test.test_add', 'passed');
    const runs = [own, named('Test_tx.test_a', 'failed'), named('test_tx', 'failed')];
    expect(judgeControls({ outcome: 'finished', runs, tampering: null }, [control])).toEqual({ outcome: 'finished', runs: [own], tampering: null });
    expect(judgeControls({ outcome: 'finished', runs: runs.slice(0, 2), tampering: null }, [control]).tampering).toContain('never heard of');
  });

  it('cost a slow program nothing: its own tests had ended', () => {
    const controls = withControls(job([ASSERT])).controls;
    const late: TestRun = { ...run(controls[0]?.word ?? '', 'failed'), outcome: 'timed-out', said: null };
    const runs = [run('assert', 'passed'), late];
    expect(judgeControls({ outcome: 'timed-out', runs, tampering: null }, controls)).toEqual({ outcome: 'finished', runs: [run('assert', 'passed')], tampering: null });
  });
});
