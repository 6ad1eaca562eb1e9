import { DatabaseError } from '../../db/errors.ts';
import type { EpochMs, Id } from '../../db/models/ids.ts';
import { BACKUP_FORMAT, type BackupFile } from './backup-file.ts';
import { writeBackup } from './backups/write-backup.ts';
import { readDevice, writeDevice } from './device-state.ts';
import type { Environment } from './environment.ts';
import { stampOf } from './stamp.ts';
import { toUsername } from './username.ts';

/** How many backups the device remembers. */
const REMEMBERED = 200;

/** One consistent reading of the database as a file; the device remembers that it was made, and of whom (R5). */
export async function exportBackup(
  { strict, platform, now }: Environment,
  { userId, schema = strict.schemaVersion }: { readonly userId?: Id; readonly schema?: number },
): Promise<{ name: string; text: string }> {
  const madeAt = now();
  const dumps = await strict.dumps();
  const tables = (await dumps.dump({ version: schema, ...(userId === undefined ? {} : { userId }) })) as BackupFile['tables'];
  const users = tables.users ?? [];
  const owner = userId === undefined ? undefined : users.find(({ id }) => id === userId)?.displayName;
  const name = backupName(madeAt, typeof owner === 'string' ? owner : null);
  const file: BackupFile = { format: BACKUP_FORMAT, schema, app: platform.appVersion, madeAt, tables };
  const text = await writeBackup(file);
  const made = { name, at: madeAt, userIds: users.map(({ id }) => id) };
  // On a full disk the export is the way out: it must not fail for want of a note about it.
  const noted = strict.transact(['settings'], async () => {
    await writeDevice(strict, 'backups', [made, ...(await readDevice(strict, 'backups'))].slice(0, REMEMBERED));
  });
  await noted.catch((error: unknown) => {
    if (!(error instanceof DatabaseError)) throw error;
  });
  return { name, text };
}

/** `hornbook-ada-2026-11-22-1742.json`; without a name where it holds the whole device. */
const backupName = (madeAt: EpochMs, displayName: string | null): string =>
  `hornbook-${displayName === null ? '' : `${toUsername(displayName)}-`}${stampOf(madeAt)}.json`;
