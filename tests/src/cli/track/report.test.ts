import { describe, expect, it } from 'vitest';
import { summaryOf, totalsOf, type Case, type Report } from '../../../../src/cli/track/report.ts';

const cases: Case[] = [
  { id: 'good', solution: { outcome: 'passed', reason: '', ms: 7_149 }, starter: { outcome: 'failed', reason: 'test_a: no', ms: 4 } },
  { id: 'bad', solution: { outcome: 'timed-out', reason: 'not done within 10 s', ms: 5 }, starter: { outcome: 'passed', reason: '', ms: 4 } },
  { id: 'bare', solution: { outcome: 'skipped', reason: 'no tests', ms: 0 }, starter: { outcome: 'skipped', reason: 'no tests', ms: 0 } },
];
const report: Report = { language: 'python', where: 'browser', isComplete: true, totals: totalsOf(cases, 1234.5), cases };

describe('the report of a track', () => {
  it('counts what passed', () => {
    expect(report.totals).toEqual({ exercises: 3, solutionsPassed: 1, startersPassed: 1, ms: 1235 });
  });

  it('is told in lines: what to look into, then the numbers', () => {
    expect(summaryOf(report)).toEqual([
      'Solutions that did not pass:',
      '  bad   timed-out  not done within 10 s',
      '  bare  skipped    no tests',
      '',
      'Solutions that a learner would have to wait for:',
      '  good  7.1 s',
      '',
      'Starters that pass as they are:',
      '  bad',
      '',
      'solutions passed  1  of  3',
      'starters passed   1  of  2',
      '1.2 s in browser',
    ]);
  });
});
