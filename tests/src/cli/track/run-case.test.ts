import { describe, expect, it } from 'vitest';
import { judge, runCase } from '../../../../src/cli/track/run-case.ts';
import { toExercise } from '../../../../src/cli/track/to-exercise.ts';
import type { CheckResult, SelfReport, TestRun } from '../../../../src/core/run-result.ts';
import type { CheckJob } from '../../../../src/runner/runner.ts';

const exercise = toExercise('python', {
  id: 'two-fer',
  entry: 'two_fer.py',
  starter: { ok: true, value: { 'two_fer.py': 'pass' } },
  solution: { ok: true, value: { 'two_fer.py': '…' } },
  others: { 'data.txt': '1' },
  tests: [{ file: 'two_fer_test.py', source: 'def test_it(): pass' }],
});

const ran = (said: Partial<SelfReport> | null, more: Partial<TestRun> = {}): TestRun => ({
  id: 'two_fer_test.py',
  outcome: 'finished',
  value: null,
  stdout: '',
  error: null,
  said: said === null ? null : { name: 'T.test_it', status: 'passed', message: '', called: null, expected: null, got: null, ...said },
  ...more,
});
const checked = (runs: TestRun[], more: Partial<CheckResult> = {}): CheckResult => ({
  outcome: 'finished',
  runs,
  error: null,
  tampering: null,
  activeMs: 1,
  ...more,
});

describe('how a program fared', () => {
  it('is asked of the runner as the app asks, skipped tests too', async () => {
    const jobs: CheckJob[] = [];
    const check = (job: CheckJob): Promise<CheckResult> => {
      jobs.push(job);
      return Promise.resolve(checked([ran({})]));
    };
    expect(await runCase(check, exercise, { 'two_fer.py': 'x' })).toEqual({ outcome: 'passed', reason: '', ms: expect.any(Number) as number });
    expect(jobs).toEqual([
      {
        language: 'python',
        files: { 'two_fer.py': 'x' },
        entry: 'two_fer.py',
        tests: [{ id: 'two_fer_test.py', kind: 'file', file: 'two_fer_test.py', source: 'def test_it(): pass', runSkipped: true }],
        limits: { wallMs: 30_000 },
      },
    ]);
  });

  it('names the first test that did not pass, and how many did', () => {
    const second = ran({ name: 'T.test_two', status: 'failed', message: "'a' != 'b'" });
    const third = ran({ name: 'T.test_three', status: 'failed', message: 'later' });
    expect(judge(exercise, checked([ran({}), second, third]))).toEqual({ outcome: 'failed', reason: "T.test_two: 'a' != 'b' (1 of 3 tests passed)" });
    const bare = ran({ status: 'failed', expected: '1', got: '2' });
    expect(judge(exercise, checked([bare])).reason).toBe('T.test_it: expected 1, got 2');
  });

  it('is never "passed" when no test ran', () => {
    expect(judge(exercise, checked([])).outcome).toBe('failed');
    expect(judge(exercise, checked([])).reason).toMatch(/no test ran/);
    expect(judge(exercise, checked([ran({ status: 'skipped' })])).outcome).toBe('failed');
  });

  it('is the outcome that stopped it', () => {
    expect(judge(exercise, checked([], { outcome: 'timed-out' }))).toEqual({ outcome: 'timed-out', reason: 'not done in time (30 s on an ordinary machine)' });
    expect(judge(exercise, checked([ran({})], { outcome: 'out-of-memory' })).outcome).toBe('out-of-memory');
    expect(judge(exercise, checked([ran(null, { outcome: 'too-much-output' })])).outcome).toBe('too-much-output');
    expect(judge(exercise, checked([], { outcome: 'died' })).reason).toBe('the engine died of it');
  });

  it('is an error where one kept the tests from running', () => {
    const error = { type: 'SyntaxError', message: 'invalid syntax', line: 3, frames: [{ file: 'two_fer.py', line: 3, name: '' }] };
    expect(judge(exercise, checked([], { error }))).toEqual({ outcome: 'error', reason: 'SyntaxError: invalid syntax (two_fer.py, line 3)' });
  });

  it('is "tampered" where tests were changed under way, whatever they say', () => {
    expect(judge(exercise, checked([ran({})], { tampering: 'expect was replaced' }))).toMatchObject({ outcome: 'tampered', reason: 'expect was replaced' });
  });
});
