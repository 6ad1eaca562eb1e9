import type { Id } from '../../db/models/ids.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { BackupError, BackupInfo } from './backup-file.ts';
import type { SamePeople } from './backups/persons.ts';
import type { Preview } from './backups/preview.ts';
import type { Reading } from './backups/read-backup.ts';
import type { Restored, RestoreFailure, RestoreOptions } from './backups/restore.ts';
import type { Sifted } from './backups/sift.ts';
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

export function createBackupService(environment: Environment): BackupService {
  const { strict } = environment;
  let last: { readonly text: string; readonly read: Promise<Result<Reading & Sifted, BackupError>> } | null = null;
  /** A preview is asked for again at every answer: the file is read once. */
  const read = (text: string): Promise<Result<Reading & Sifted, BackupError>> => {
    if (last?.text !== text) last = { text, read: readAndSift(text, strict.schemaVersion) };
    return last.read;
  };

  return {
    // All of this is fetched when it is asked for: no screen needs it to come up.
    exportAll: async (options = {}) => (await import('./export-backup.ts')).exportBackup(environment, options),
    async inspect(text) {
      const backup = await read(text);
      if (!backup.ok) return backup;
      const { file, rows, damage } = backup.value;
      const { infoOf } = await import('./backup-file.ts');
      return ok(infoOf({ ...file, tables: rows }, damage));
    },
    async preview(text, same = {}) {
      const backup = await read(text);
      if (!backup.ok) return backup;
      const { previewOf } = await import('./backups/preview.ts');
      return ok(await previewOf(strict, backup.value.file, backup.value, same));
    },
    async restore(text, options) {
      const backup = await read(text);
      if (!backup.ok) return backup;
      const { restore } = await import('./backups/restore.ts');
      const restored = await restore(environment, backup.value, options);
      last = null;
      if (!restored.ok && restored.error.type === 'NotEmpty') throw new Error('asked of an empty device alone');
      return restored.ok ? restored : fail(restored.error as RestoreFailure);
    },
    async restoreIntoEmpty(text) {
      const backup = await read(text);
      if (!backup.ok) return backup;
      const { restore } = await import('./backups/restore.ts');
      return restore(environment, backup.value, { mode: 'merge', onlyIntoEmpty: true });
    },
    made: () => readDevice(strict, 'backups'),
  };
}

async function readAndSift(text: string, schema: number): Promise<Result<Reading & Sifted, BackupError>> {
  const [{ readBackup }, { sift }] = await Promise.all([import('./backups/read-backup.ts'), import('./backups/sift.ts')]);
  const reading = await readBackup(text, schema);
  return reading.ok ? ok({ ...reading.value, ...sift(reading.value) }) : reading;
}
