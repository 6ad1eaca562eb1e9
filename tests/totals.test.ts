import { expect, it } from 'vitest';
import { add, countReport, NOTHING, readReport, said } from './totals.ts';

const file = (status: string, ...statuses: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((each, n) => ({ status: each, fullName: `test ${n}` })),
});

it('counts each test of a report, and names the skipped ones', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'todo')] };
  expect(countReport(report, false)).toEqual({ passed: 2, failed: 1, skipped: 2, skippedNames: ['test 1', 'test 2'] });
});

it('counts a file that does not load as one failure', () => {
  expect(countReport({ testResults: [file('failed')] }, false).failed).toBe(1);
});

it('counts a run that ended badly though every test passed, and a report that is not there', () => {
  expect(countReport({ testResults: [file('passed', 'passed')] }, false).failed).toBe(1);
  expect(readReport('no-such-report.json', true).failed).toBe(1);
});

it('adds up to one line', () => {
  expect(said(add({ ...NOTHING, passed: 3 }, { ...NOTHING, passed: 1, skipped: 2 }))).toBe('4 passed, 0 failed, 2 skipped');
});
