import { describe, expect, it } from 'vitest';
import type { AssertTest, ExerciseTest, FileTest } from '../../../../db/models/exercise.ts';
import type { ConstructFinding } from '../../../../src/core/constructs/finding.ts';
import { gradeCode } from '../../../../src/core/grading/code.ts';
import { grade } from '../../../../src/core/grading/grade.ts';
import type { CheckResult, SelfReport, TestRun } from '../../../../src/core/run-result.ts';
import { makeFixBug } from '../../../factories/exercise.ts';
import { code, ran, returned, run } from './exercises.ts';

const said = (status: SelfReport['status'], own: Partial<SelfReport> = {}): SelfReport => ({
  name: '', status, message: status === 'failed' ? 'three and two' : '', called: null, expected: null, got: null, ...own,
});
const assertTest: AssertTest = { id: 'adds', name: 'adds', isVisible: true, kind: 'assert', code: 'assert f(2) == 5' };
const fileTest: FileTest = { id: 'suite', name: 'the suite', isVisible: true, kind: 'file', file: 't.py', source: '…', runSkipped: false };
const graded = (tests: readonly ExerciseTest[], runs: readonly TestRun[], own: Partial<CheckResult> = {}, broken: ConstructFinding[] = []) =>
  gradeCode(code({ tests }), { outcome: 'finished', runs, error: null, tampering: null, activeMs: 1, ...own }, broken);

describe('an assert block', () => {
  it('passes when it says so and ran to its end', () => {
    expect(graded([assertTest], [run('adds', { said: said('passed') })])).toMatchObject({ verdict: 'PASSED', score: 1, testResults: [{ id: 'adds', passed: true }] });
    for (const broken of [run('adds'), run('adds', { said: said('passed'), outcome: 'died' }), run('adds', { said: said('skipped') })])
      expect(graded([assertTest], [broken]).verdict).not.toBe('PASSED');
  });

  it('that fails tells what it said, and is no error of the program', () => {
    const { verdict, testResults } = graded([assertTest], [run('adds', { said: said('failed', { expected: '5', got: '4' }) })]);
    expect([verdict, testResults]).toEqual([
      'FAILED',
      [{ id: 'adds', name: 'adds', isVisible: true, passed: false, called: null, expected: '5', got: '4', message: 'three and two' }],
    ]);
  });

  it('that is hidden tells nothing', () => {
    const [result] = graded([{ ...assertTest, isVisible: false }], [run('adds', { said: said('failed', { got: '4' }) })]).testResults;
    expect(result).toMatchObject({ passed: false, called: null, expected: null, got: null, message: null });
  });
});

describe('a file of tests', () => {
  const runs = [
    run('suite', { said: said('passed', { name: 'A.test_one' }) }),
    run('suite', { said: said('failed', { name: 'A.test_two' }) }),
    run('suite', { said: said('passed', { name: 'A.test_three' }) }),
  ];

  it('gives a result for each test in it, the first that failed on top', () => {
    const { verdict, score, testResults } = graded([fileTest], runs);
    expect([verdict, score]).toEqual(['FAILED', 2 / 3]);
    expect(testResults.map(({ id, name, passed }) => [id, name, passed])).toEqual([
      ['suite/2', 'A.test_two', false],
      ['suite/1', 'A.test_one', true],
      ['suite/3', 'A.test_three', true],
    ]);
  });

  it('that is hidden does not even tell its tests’ names', () => {
    expect(graded([{ ...fileTest, isVisible: false }], runs).testResults.map(({ name, message }) => [name, message])).toEqual(Array(3).fill(['the suite', null]));
  });

  it('counts no skipped test either way, and is not passed by skipping all', () => {
    const skipped = run('suite', { said: said('skipped', { name: 'A.test_four' }) });
    expect(graded([fileTest], [...runs.filter(({ said: own }) => own?.status === 'passed'), skipped])).toMatchObject({ verdict: 'PASSED', testResults: [{}, {}] });
    expect(graded([fileTest], [skipped, skipped])).toMatchObject({ verdict: 'FAILED', score: 0, testResults: [{ id: 'suite', passed: false }] });
  });

  it('that told no result at all, or died on its way, is not passed', () => {
    expect(graded([fileTest], [])).toMatchObject({ verdict: 'FAILED', testResults: [{ id: 'suite', passed: false }] });
    const [first] = runs;
    if (first === undefined) throw new Error('no run');
    expect(graded([fileTest], [first, run('suite', { outcome: 'died' })]).verdict).not.toBe('PASSED');
    expect(graded([fileTest], [first, run('suite', { outcome: 'timed-out' })], { outcome: 'timed-out' }).verdict).toBe('TIMED_OUT');
  });
});

describe('what the tests are', () => {
  it('is tampered with: then none has passed, and it is said in plain words', () => {
    const exercise = code();
    const result = gradeCode(exercise, { ...returned(exercise, '6', '0'), tampering: 'unittest was changed.' }, []);
    expect(result).toMatchObject({ verdict: 'FAILED', score: 0, say: 'unittest was changed.', error: null });
    expect(result.testResults.some(({ passed }) => passed)).toBe(false);
    const known = code({ mistakes: [{ answer: 'x', say: 'Known.' }] });
    const evidence = { checked: { ...returned(known, '6', '0'), tampering: 'Changed.' }, broken: [] };
    expect(grade(known, { type: 'CODE_COMPLETION', files: { 'main.py': 'x' } }, evidence).say).toBe('Changed.');
  });

  it('the first that can be looked into leads; hidden ones do where there is no other', () => {
    const test = (id: string, isVisible: boolean): ExerciseTest => ({ ...assertTest, id, isVisible });
    const order = (tests: ExerciseTest[], passed: readonly string[]) =>
      graded(tests, tests.map(({ id }) => run(id, { said: said(passed.includes(id) ? 'passed' : 'failed') }))).testResults.map(({ id }) => id);
    const tests = [test('a', true), test('b', false), test('c', true), test('d', false)];
    expect(order(tests, ['a'])).toEqual(['c', 'a', 'b', 'd']);
    expect(order(tests, ['a', 'c'])).toEqual(['b', 'a', 'c', 'd']);
    expect(order(tests, ['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a rule about constructs that is broken', () => {
  const broken: ConstructFinding[] = [
    { kind: 'forbidden', rule: { construct: 'call:sum', say: 'Add by hand.' }, places: [{ file: 'main.py', line: 3 }] },
  ];

  it('fails code that passes every test, in the author’s words', () => {
    const exercise = code();
    const result = gradeCode(exercise, returned(exercise, '6', '0'), broken);
    expect(result).toMatchObject({ verdict: 'FAILED', score: 2 / 3, say: 'Add by hand.', error: null });
    expect(result.testResults[0]).toMatchObject({ id: 'constructs/forbidden/call:sum', name: 'call:sum', passed: false, got: 'main.py:3', message: 'Add by hand.' });
  });

  it('is no error, does not hide one, and gives way to a known mistake', () => {
    const exercise = code({ mistakes: [{ answer: 'x', say: 'Known.' }] });
    expect(gradeCode(exercise, { ...returned(exercise, '6', '0'), outcome: 'timed-out' }, broken)).toMatchObject({ verdict: 'TIMED_OUT', say: null });
    const answer = { type: 'CODE_COMPLETION', files: { 'main.py': 'x' } } as const;
    expect(grade(exercise, answer, { ...ran(exercise, '5', '0'), broken }).say).toBe('Known.');
  });
});

it('a fault to be mended is graded like any code', () => {
  const exercise = { ...makeFixBug({ lessonId: 'l' }), createdAt: 0, updatedAt: 0 };
  const answer = { type: 'FIX_BUG', files: exercise.answerKey.files } as const;
  expect(grade(exercise, answer, { checked: returned(exercise, '6', '0'), broken: [] }).verdict).toBe('PASSED');
  expect(() => grade(exercise, answer, null)).toThrow(TypeError);
});
