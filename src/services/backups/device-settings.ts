import { aliasKey, type EpochMs } from '../../../db/models/ids.ts';
import type { Json } from '../../../db/models/row.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { BackupRow } from '../backup-file.ts';
import { readDevice, writeDevice, type BackupMade } from '../device-state.ts';

/**
 * What a device notes for itself is no learner's to choose: which packs are installed, which backups were made and who
 * is who are put together; anything else comes where this device has nothing of its own.
 */
export async function bringDeviceSettings(repositories: Repositories, rows: readonly BackupRow[], now: () => EpochMs): Promise<void> {
  for (const { key, value } of rows) {
    const here = typeof key === 'string' ? await repositories.settings.get(null, key) : null;
    if (key === 'installedPacks') await addPacks(repositories, value);
    else if (key === 'backups') await addBackups(repositories, value, now());
    else if (typeof key === 'string' && here === null && (key.startsWith(aliasKey('')) || key !== 'currentProfile')) {
      await repositories.settings.set(null, key, value as Json);
    }
  }
}

/** A course that was here already is what it was. */
async function addPacks(repositories: Repositories, theirs: unknown): Promise<void> {
  if (typeof theirs !== 'object' || theirs === null) return;
  const ours = await readDevice(repositories, 'installedPacks');
  const marks = Object.entries(theirs as Record<string, unknown>).filter((pack): pack is [string, string] => typeof pack[1] === 'string');
  const packs = { ...Object.fromEntries<string>(marks), ...ours };
  if (Object.keys(packs).length > Object.keys(ours).length) await writeDevice(repositories, 'installedPacks', packs);
}

/** An erasure names the backups that still hold what it erased, wherever they were made (R5). */
async function addBackups(repositories: Repositories, theirs: unknown, now: EpochMs): Promise<void> {
  if (!Array.isArray(theirs)) return;
  const ours = await readDevice(repositories, 'backups');
  const known = new Set(ours.map(({ name, at }) => `${name} ${at}`));
  const more = theirs.filter(isBackupMade).filter(({ name, at }) => !known.has(`${name} ${at}`) && at <= now);
  if (more.length > 0) await writeDevice(repositories, 'backups', [...ours, ...more].sort((a, b) => b.at - a.at));
}

const isBackupMade = (value: unknown): value is BackupMade =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'at' in value &&
  typeof value.at === 'number' &&
  'userIds' in value &&
  Array.isArray(value.userIds);
