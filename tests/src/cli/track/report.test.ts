import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { summaryOf, totalsOf, writeReport, type Case, type Report } from '../../../../src/cli/track/report.ts';

const cases: Case[] = [
  { id: 'good', solution: { outcome: 'passed', reason: '', ms: 7_149 }, starter: { outcome: 'failed', reason: 'test_a: no', ms: 4 } },
  { id: 'bad', solution: { outcome: 'timed-out', reason: 'not done within 10 s', ms: 5 }, starter: { outcome: 'passed', reason: '', ms: 4 } },
  { id: 'bare', solution: { outcome: 'skipped', reason: 'no tests', ms: 0 }, starter: { outcome: 'skipped', reason: 'no tests', ms: 0 } },
];
const report: Report = { language: 'python', where: 'browser', isComplete: true, totals: totalsOf(cases, 1234.5), cases };

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('the report of a track', () => {
  it('counts what passed', () => {
    expect(report.totals).toEqual({ exercises: 3, solutionsPassed: 1, startersPassed: 1, ms: 1235 });
  });

  it('is written whole in the place of the one before, with nothing beside it', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'out.json'), 'old');
    writeReport(join(folder, 'out.json'), report);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toEqual(report);
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('leaves nothing behind where it cannot be written', () => {
    const folder = temporaryFolder();
    expect(() => writeReport(join(folder, 'no/out.json'), report)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
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
