import type { AnyDump } from '../../../../db/versions/version.ts';
import type { Repositories } from '../../../../db/repositories.ts';
import type { RestoreOptions, Restored } from '../../../../src/services/backup-service.ts';
import { everythingIn } from '../../../db/open.ts';
import { answerTrueFalse, enrolled, unwrap } from '../learner.ts';
import { freshDevice, type Device } from '../set-up.ts';

/** One learner on two devices: the second began from the first one's backup. Clocks an hour apart. */
export async function twoDevices(): Promise<{ one: Device; two: Device; userId: string }> {
  const { userId, ...one } = await enrolled();
  await answerTrueFalse(one, userId, 'a1', false);
  const two = await freshDevice();
  two.clock.now = one.clock.now + 3_600_000;
  unwrap(await two.services.backups.restoreIntoEmpty((await one.services.backups.exportAll()).text));
  return { one, two, userId };
}

/** Brings what is on `from` to `to`. */
export async function bring(from: Device, to: Device, options: Partial<RestoreOptions> = {}): Promise<Restored> {
  return unwrap(await to.services.backups.restore((await from.services.backups.exportAll()).text, { mode: 'merge', ...options }));
}

const FACTS = ['exerciseAttempts', 'learningFacts', 'chatMessages'];

/** What learners did, by table, in the order of its ids. */
export async function factsIn(repositories: Repositories): Promise<AnyDump> {
  const dump = sorted(await everythingIn(repositories));
  return Object.fromEntries(FACTS.map((table) => [table, dump[table] ?? []]));
}

export const sorted = (dump: AnyDump): AnyDump =>
  Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))]));

/** All rows without the times that undoing moves forward (R3). */
export const untimed = (dump: AnyDump): AnyDump =>
  Object.fromEntries(
    Object.entries(sorted(dump)).map(([table, rows]) => [
      table,
      ['users', 'drafts', 'settings'].includes(table) ? rows.map((row) => ({ ...row, updatedAt: 0 })) : rows,
    ]),
  );
