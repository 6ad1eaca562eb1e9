import { describe, expect, it } from 'vitest';
import { daysWithoutBackup, readReminderFacts } from '../../../../src/services/copies/reminder.ts';
import { answerTrueFalse, enrolled } from '../learner.ts';

const DAY = 24 * 60 * 60_000;
const NOW = 100 * DAY;
const facts = { exportedAt: NOW - 20 * DAY, since: 0, workedAt: NOW - DAY, hasFolder: false };

describe('the reminder to export', () => {
  it('comes when the last backup file is older than two weeks and something was learned since', () => {
    expect(daysWithoutBackup(facts, NOW)).toBe(20);
    expect(daysWithoutBackup({ ...facts, exportedAt: NOW - 14 * DAY }, NOW)).toBeNull();
    expect(daysWithoutBackup({ ...facts, workedAt: NOW - 30 * DAY }, NOW)).toBeNull();
  });

  it('counts from the first profile where there never was a file', () => {
    expect(daysWithoutBackup({ ...facts, exportedAt: null, since: NOW - 15 * DAY }, NOW)).toBe(15);
    expect(daysWithoutBackup({ ...facts, exportedAt: null, since: NOW - 3 * DAY }, NOW)).toBeNull();
  });

  it('does not come where copies go to a folder, or nobody has done anything', () => {
    expect(daysWithoutBackup({ ...facts, hasFolder: true }, NOW)).toBeNull();
    expect(daysWithoutBackup({ ...facts, workedAt: null }, NOW)).toBeNull();
    expect(daysWithoutBackup({ ...facts, since: null, exportedAt: null }, NOW)).toBeNull();
  });

  it('takes no file of one learner for a file of all', async () => {
    const device = await enrolled();
    const { services, repositories, userId } = device;
    await answerTrueFalse(device, userId, 'a1', true);
    const other = await services.profiles.create({ displayName: 'Ben' });
    await services.backups.exportAll({ userId });
    expect(other.ok).toBe(true);
    expect(await readReminderFacts(repositories)).toMatchObject({ exportedAt: null });
    await services.backups.exportAll();
    const read = await readReminderFacts(repositories);
    expect(read.exportedAt).toBeGreaterThan(read.workedAt ?? Infinity);
    expect(read.since).toBeLessThan(read.workedAt ?? 0);
  });
});
