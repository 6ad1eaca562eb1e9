import { describe, expect, it } from 'vitest';
import type { TestRun } from '../../../src/core/run-result.ts';
import { controlTests, judgeControls } from '../../../src/runner/controls.ts';
import type { TestInput } from '../../../src/runner/runner.ts';

const CALL: TestInput = { id: 'call', kind: 'call', call: 'f()' };
const ASSERT: TestInput = { id: 'assert', kind: 'assert', code: 'assert f()' };
const FILE: TestInput = { id: 'file', kind: 'file', file: 'main_test.py', source: '', runSkipped: false };
const job = (tests: readonly TestInput[]) => ({ language: 'python', files: {}, entry: 'lib/main.py', tests }) as const;

const run = (id: string, status: 'passed' | 'failed' | 'skipped'): TestRun => ({
  id, outcome: 'finished', value: null, stdout: '', error: null,
  said: { name: '', status, message: '', called: null, expected: null, got: null },
});

describe('control tests', () => {
  it('go with assert blocks and files of tests, one of each kind, and with nothing else', () => {
    expect(controlTests(job([CALL]))).toEqual([]);
    expect(controlTests(job([CALL, ASSERT, ASSERT, FILE])).map(({ kind }) => kind)).toEqual(['assert', 'file']);
  });

  it('load the program, under a name that is never the same', () => {
    const [one, other] = [controlTests(job([FILE]))[0], controlTests(job([FILE]))[0]];
    expect(one).toMatchObject({ source: expect.stringContaining('import_module("lib.main")') as string });
    expect(one?.id).not.toBe(other?.id);
  });

  it('leave a result as it was where they failed, as they must', () => {
    const controls = controlTests(job([ASSERT]));
    const id = controls[0]?.id ?? '';
    const result = { outcome: 'finished', runs: [run('assert', 'passed'), run(id, 'failed')], tampering: null } as const;
    expect(judgeControls(result, controls)).toEqual({ ...result, runs: [run('assert', 'passed')] });
  });

  it.each(['passed', 'skipped'] as const)('prove tampering where one is said to have been %s', (status) => {
    const controls = controlTests(job([ASSERT]));
    const result = { outcome: 'finished', runs: [run('assert', 'passed'), run(controls[0]?.id ?? '', status)], tampering: null } as const;
    expect(judgeControls(result, controls).tampering).toContain('cannot be passed');
  });

  it('prove tampering where one is never heard of, unless something stopped the run', () => {
    const controls = controlTests(job([ASSERT]));
    const runs = [run('assert', 'passed')];
    expect(judgeControls({ outcome: 'finished', runs, tampering: null }, controls).tampering).toContain('never heard of');
    expect(judgeControls({ outcome: 'died', runs, tampering: null }, controls)).toEqual({ outcome: 'died', runs, tampering: null });
  });

  it('cost a slow program nothing: its own tests had ended', () => {
    const controls = controlTests(job([ASSERT]));
    const late: TestRun = { ...run(controls[0]?.id ?? '', 'failed'), outcome: 'timed-out', said: null };
    const runs = [run('assert', 'passed'), late];
    expect(judgeControls({ outcome: 'timed-out', runs, tampering: null }, controls)).toEqual({ outcome: 'finished', runs: [run('assert', 'passed')], tampering: null });
  });
});
