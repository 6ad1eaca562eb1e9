import { expect, it } from 'vitest';
import { standingLogs } from '../../../../src/core/review/standing-logs.ts';
import { gradedLog, undoneLog } from './cards.ts';

it('the grades that stand are those not undone, by time and then by id', () => {
  const logs = [
    gradedLog({ id: 'c', at: 2 }),
    undoneLog({ id: 'u', at: 9, logId: 'd' }),
    gradedLog({ id: 'b', at: 2 }),
    gradedLog({ id: 'd', at: 1 }),
    gradedLog({ id: 'a', at: 3 }),
  ];
  expect(standingLogs(logs).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});
