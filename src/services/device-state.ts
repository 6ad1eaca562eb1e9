import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { Json } from '../../db/models/row.ts';
import type { Repositories } from '../../db/repositories.ts';

/** What the services remember of this device, beside what a learner sets. */
export interface DeviceState {
  /** The profile in use. */
  readonly currentProfile: Id | null;
  /** Backups made here, newest first: an erasure names those that still hold what it erased (R5). */
  readonly backups: readonly BackupMade[];
  /** By pack id: the mark of the content that is installed, so that a start without news costs one look-up. */
  readonly installedPacks: { readonly [packId: string]: string };
}
export interface BackupMade {
  readonly name: string;
  readonly at: EpochMs;
  readonly userIds: readonly Id[];
}

const NOTHING: DeviceState = { currentProfile: null, backups: [], installedPacks: {} };

type Key = keyof DeviceState;

export async function readDevice<K extends Key>(repositories: Repositories, key: K): Promise<DeviceState[K]> {
  const stored = await repositories.settings.get(null, key);
  // Written by `writeDevice` alone.
  return stored === null ? NOTHING[key] : (stored.value as unknown as DeviceState[K]);
}

export async function writeDevice<K extends Key>(repositories: Repositories, key: K, value: DeviceState[K]): Promise<void> {
  await repositories.settings.set(null, key, value as unknown as Json);
}
