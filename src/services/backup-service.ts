import type { Id } from '../../db/models/ids.ts';
import { fetchOnce } from '../core/fetch-once.ts';
import type { Result } from '../core/result.ts';
import type { BackupError, BackupInfo } from './backup-file.ts';
import type { SamePeople } from './backups/persons.ts';
import type { Preview } from './backups/preview.ts';
import type { Restored, RestoreFailure, RestoreOptions } from './backups/restore.ts';
import { readDevice, type BackupMade } from './device-state.ts';
import type { Environment } from './environment.ts';

export type { BackupError, BackupInfo, Damage, Lost } from './backup-file.ts';
export type { Conflict, ConflictSide, Side } from './backups/conflicts.ts';
export type { Person, SamePeople } from './backups/persons.ts';
export type { Preview } from './backups/preview.ts';
export type { Restored, RestoreFailure, RestoreOptions } from './backups/restore.ts';

export interface BackupService {
  /**
   * Everything, or all of one learner, as one JSON file. Nothing is saved yet: hand it to `platform.files`. With
   * `schema`, written for an app of that earlier schema version (R15).
   */
  exportAll(options?: { readonly userId?: Id; readonly schema?: number }): Promise<{ name: string; text: string }>;
  /** What is in a file, without a look at what is here. A damaged file is read as far as it is good. */
  inspect(text: string): Promise<Result<BackupInfo, BackupError>>;
  /** What is in a file, and what restoring it would do here. `same`: who of here the learners of the file are. */
  preview(text: string, same?: SamePeople): Promise<Result<Preview, BackupError>>;
  /** All or nothing, and undoable until the next start. Whatever was not asked stays as it is here. */
  restore(text: string, options: RestoreOptions): Promise<Result<Restored, RestoreFailure>>;
  /**
   * All or nothing; refused where there is a profile already. Rows that were erased here stay away (R5). A course that
   * is installed here stays as it is. One of the learners becomes the current one.
   */
  restoreIntoEmpty(text: string): Promise<Result<Restored, RestoreFailure | { readonly type: 'NotEmpty' }>>;
  /** Backups made on this device, newest first. */
  made(): Promise<readonly BackupMade[]>;
}

/** All of it is fetched when it is asked for: no screen needs it to come up. */
export function createBackupService(environment: Environment): BackupService {
  const load = fetchOnce(async () => (await import('./backups/backups.ts')).createBackups(environment));
  return {
    exportAll: async (options) => (await load()).exportAll(options),
    inspect: async (text) => (await load()).inspect(text),
    preview: async (text, same) => (await load()).preview(text, same),
    restore: async (text, options) => (await load()).restore(text, options),
    restoreIntoEmpty: async (text) => (await load()).restoreIntoEmpty(text),
    // Asked by a live query, which may wait for the database alone.
    made: () => readDevice(environment.strict, 'backups'),
  };
}
