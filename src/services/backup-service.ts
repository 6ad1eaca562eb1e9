import type { Id } from '../../db/models/ids.ts';
import type { User } from '../../db/models/user.ts';
import type { Result } from '../core/result.ts';
import type { BackupError, BackupInfo } from './backup-file.ts';
import { readDevice, type BackupMade } from './device-state.ts';
import type { Environment } from './environment.ts';
import type { WriteFailure } from './failures.ts';

export type { BackupError, BackupInfo } from './backup-file.ts';

export interface BackupService {
  /**
   * Everything, or all of one learner, as one JSON file. Nothing is saved yet: hand it to `platform.files`. With
   * `schema`, written for an app of that earlier schema version (R15).
   */
  exportAll(options?: { readonly userId?: Id; readonly schema?: number }): Promise<{ name: string; text: string }>;
  inspect(text: string): Promise<Result<BackupInfo, BackupError>>;
  /**
   * All or nothing; refused where there is a profile already. Rows that were erased here stay away (R5). A course that
   * is installed here stays as it is. One of the learners becomes the current one.
   */
  restoreIntoEmpty(
    text: string,
  ): Promise<Result<{ readonly users: readonly User[] }, BackupError | WriteFailure | { readonly type: 'NotEmpty' }>>;
  /** Backups made on this device, newest first. */
  made(): Promise<readonly BackupMade[]>;
}

export function createBackupService(environment: Environment): BackupService {
  const { strict } = environment;

  return {
    // Fetched when they are asked for: no screen needs them to come up.
    exportAll: async (options = {}) => (await import('./export-backup.ts')).exportBackup(environment, options),
    async inspect(text) {
      const { infoOf, readBackup } = await import('./backup-file.ts');
      const backup = readBackup(text, strict.schemaVersion);
      return backup.ok ? { ok: true, value: infoOf(backup.value) } : backup;
    },
    restoreIntoEmpty: async (text) => (await import('./restore-backup.ts')).restoreBackup(environment, text),
    made: () => readDevice(strict, 'backups'),
  };
}
