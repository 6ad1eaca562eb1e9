import { describe, expect, it } from 'vitest';
import { UniqueViolation } from '../../../db/errors.ts';
import { errorReport } from '../../../src/app/error-report.ts';

const context = { appVersion: '1.2.3', browser: 'Test/1', screen: 'lesson', at: new Date('2026-11-22T17:00:00Z') };
const secret = 'my own answer';

describe('errorReport', () => {
  it('says version, time, screen, browser, and what happened where', () => {
    const report = errorReport(new TypeError('x is not a function'), context);
    expect(report).toContain('Hornbook 1.2.3\n2026-11-22T17:00:00.000Z\nscreen: lesson\nbrowser: Test/1');
    expect(report).toContain('TypeError: x is not a function');
    expect(report).toMatch(/\n {2}at .*error-report\.test/);
  });

  it('holds nothing the learner wrote: no quoted words, no value of a row', () => {
    const told = [
      new SyntaxError(`Unexpected token in "${secret}"`),
      new Error(`cannot read '${secret}`),
      new UniqueViolation('users', 'displayName', secret, 'u1'),
      new Error('outer', { cause: new UniqueViolation('users', 'displayName', secret, 'u1') }),
      secret,
    ].map((error) => errorReport(error, context));
    expect(told.filter((report) => report.includes(secret))).toEqual([]);
    expect(told[2]).toContain('UniqueViolation users displayName');
  });

  it('leaves out the lines of a stack that repeat a message of several lines', () => {
    expect(errorReport(new Error(`first\n${secret} at home\nlast`), context).split('\n')).not.toContain(`  ${secret} at home`);
  });
});
