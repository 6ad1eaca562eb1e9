import { describe, expect, it } from 'vitest';
import { gradeCode as graded } from '../../../../src/core/grading/code.ts';
import type { CodeExercise } from '../../../../db/models/exercise.ts';
import type { CheckResult, CodeError } from '../../../../src/core/run-result.ts';
import { code, returned, run } from './exercises.ts';

const nameError: CodeError = { type: 'NameError', message: "name 'm' is not defined", line: 2, frames: [] };
const gradeCode = (exercise: CodeExercise, checked: CheckResult) => graded(exercise, checked, []);
const checked = (own: Partial<CheckResult>): CheckResult => ({ outcome: 'finished', runs: [], error: null, tampering: null, activeMs: 1, ...own });

describe('graded code', () => {
  it('passes when every call gives what is expected; 6.0 is 6', () => {
    const exercise = code();
    expect(gradeCode(exercise, returned(exercise, '6.0', '0'))).toMatchObject({ verdict: 'PASSED', score: 1, error: null });
  });

  it('tells of a visible test what was called, expected and got', () => {
    const exercise = code();
    const { verdict, score, testResults } = gradeCode(exercise, returned(exercise, "'33'", '0'));
    expect({ verdict, score }).toEqual({ verdict: 'FAILED', score: 0.5 });
    expect(testResults[0]).toEqual({
      id: 't1', name: 'three', isVisible: true, passed: false, called: 'double(3)', expected: '6', got: "'33'", message: null,
    });
  });

  it('reveals nothing of a hidden test but whether it passed', () => {
    const exercise = code();
    const dies = checked({ runs: [run('t1', { value: { kind: 'integer', digits: '6' } }), run('t2', { outcome: 'error', error: nameError })] });
    const { verdict, testResults, error } = gradeCode(exercise, dies);
    expect(verdict).toBe('FAILED');
    expect(testResults[0]).toEqual({
      id: 't2', name: 'nothing', isVisible: false, passed: false, called: null, expected: null, got: null, message: null,
    });
    expect(error).toBeNull();
  });

  it('keeps the order of the author, and counts a test that never ran as not passed', () => {
    const { testResults } = gradeCode(code(), checked({ outcome: 'timed-out', runs: [run('t2', { value: { kind: 'integer', digits: '0' } })] }));
    expect(testResults.map(({ id, passed }) => [id, passed])).toEqual([['t1', false], ['t2', true]]);
  });

  it('has errored when no test could run, or all died of an error of their own', () => {
    const syntax: CodeError = { type: 'SyntaxError', message: 'invalid syntax', line: 1, frames: [] };
    expect(gradeCode(code(), checked({ error: syntax }))).toMatchObject({ verdict: 'ERRORED', score: 0, error: syntax });
    const runs = ['t1', 't2'].map((id) => run(id, { outcome: 'error', error: nameError }));
    const all = gradeCode(code(), checked({ runs }));
    expect(all).toMatchObject({ verdict: 'ERRORED', error: nameError });
    expect(all.testResults[0]?.message).toBe("NameError: name 'm' is not defined");
  });

  it.each([
    ['timed-out', 'TIMED_OUT'],
    ['out-of-memory', 'ERRORED'],
    ['too-much-output', 'ERRORED'],
    ['died', 'ERRORED'],
  ] as const)('that %s is %s', (outcome, verdict) => {
    expect(gradeCode(code(), checked({ outcome, runs: [] })).verdict).toBe(verdict);
  });

  it('never passes when something stopped it, whatever the tests before gave', () => {
    const exercise = code();
    expect(gradeCode(exercise, { ...returned(exercise, '6', '0'), outcome: 'died' }).verdict).toBe('ERRORED');
    expect(gradeCode(exercise, { ...returned(exercise, '6', '0'), outcome: 'timed-out' }).verdict).toBe('TIMED_OUT');
  });

  it('shows what is expected and what came in one notation, whichever the author wrote', () => {
    const tests = [{ id: 't1', name: 'titles', isVisible: true, kind: 'call', call: 'titles()', expect: '[ "Dune","Emma" ]' }] as const;
    const exercise = code({ tests });
    expect(gradeCode(exercise, returned(exercise, "['Dune']")).testResults[0]).toMatchObject({ expected: "['Dune', 'Emma']", got: "['Dune']" });
  });

  it('compares what the author expects as written where it is no literal', () => {
    const tests = [{ id: 't1', name: 'a cat', isVisible: true, kind: 'call', call: 'cat()', expect: ' <Cat Tom> ' }] as const;
    const runs = [run('t1', { value: { kind: 'other', typeName: 'Cat', repr: '<Cat Tom>' } })];
    expect(gradeCode(code({ tests }), checked({ runs })).verdict).toBe('PASSED');
  });

  it('cuts a value that is too long to show', () => {
    const exercise = code();
    const { testResults } = gradeCode(exercise, returned(exercise, `'${'x'.repeat(5_000)}'`, '0'));
    expect(testResults[0]?.got).toHaveLength(2_001);
  });
});

describe('a program that prints', () => {
  const tests = [{ id: 't1', name: 'greets', isVisible: true, kind: 'output', stdin: 'Ada\n', stdout: 'Hello\nAda\n' }] as const;
  const verdictOf = (stdout: string) => gradeCode(code({ tests }), checked({ runs: [run('t1', { stdout })] })).verdict;

  it('passes whatever white space ends its lines and its output', () => {
    expect(verdictOf('Hello  \r\nAda')).toBe('PASSED');
    expect(verdictOf('Hello\nAda\n\n\n')).toBe('PASSED');
  });

  it('does not pass with other words, lines or spaces before them', () => {
    expect([verdictOf('Hello Ada'), verdictOf('Hello\n Ada'), verdictOf('hello\nAda'), verdictOf('')]).toEqual(Array(4).fill('FAILED'));
  });

  it('tells its input and both outputs', () => {
    const { testResults } = gradeCode(code({ tests }), checked({ runs: [run('t1', { stdout: 'Ada' })] }));
    expect(testResults[0]).toMatchObject({ called: 'Ada\n', expected: 'Hello\nAda\n', got: 'Ada' });
  });
});
