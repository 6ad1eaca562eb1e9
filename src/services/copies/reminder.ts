import type { EpochMs } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { readDevice } from '../device-state.ts';

const DAY = 24 * 60 * 60_000;
/** A backup file older than this is worth a word, ms. */
export const OLD_BACKUP = 14 * DAY;

export interface ReminderFacts {
  /** The newest backup file that holds everyone; null: there is none. */
  readonly exportedAt: EpochMs | null;
  /** When the first profile was made; null: there is none. */
  readonly since: EpochMs | null;
  /** The newest answer of anybody. */
  readonly workedAt: EpochMs | null;
  /** Copies go to a folder of the learner's too. */
  readonly hasFolder: boolean;
}

/**
 * Whole days since the last backup file, or since the first profile where there is no file; null: nothing to say. All
 * that lies within the browser goes when the site's data is cleared, so something outside of it should be fresh.
 */
export function daysWithoutBackup({ exportedAt, since, workedAt, hasFolder }: ReminderFacts, now: EpochMs): number | null {
  const from = exportedAt ?? since;
  if (hasFolder || from === null || workedAt === null) return null;
  const isNew = exportedAt === null || workedAt > exportedAt;
  return isNew && now - from > OLD_BACKUP ? Math.floor((now - from) / DAY) : null;
}

export async function readReminderFacts(strict: Repositories): Promise<Omit<ReminderFacts, 'hasFolder'>> {
  return strict.read(['users', 'settings', 'progressSnapshots'], async () => {
    const users = await strict.users.getActiveUsers();
    const backups = await readDevice(strict, 'backups');
    const snapshots = await Promise.all(users.map(({ id }) => strict.progress.getAllUserProgress(id)));
    const whole = backups.find(({ userIds }) => users.every(({ id }) => userIds.includes(id)));
    const worked = snapshots.flat().flatMap(({ lastActivityAt }) => (lastActivityAt === null ? [] : [lastActivityAt]));
    return {
      exportedAt: whole?.at ?? null,
      since: users.length === 0 ? null : Math.min(...users.map(({ createdAt }) => createdAt)),
      workedAt: worked.length === 0 ? null : Math.max(...worked),
    };
  });
}
