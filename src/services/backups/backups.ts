import type { Id } from '../../../db/models/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { infoOf, type BackupError, type BackupInfo } from '../backup-file.ts';
import type { Environment } from '../environment.ts';
import { exportBackup } from '../export-backup.ts';
import { missingRoomFor } from '../room.ts';
import type { SamePeople } from './persons.ts';
import { previewOf, type Preview } from './preview.ts';
import { readBackup, type Reading } from './read-backup.ts';
import { restore, type Restored, type RestoreFailure, type RestoreOptions, type RestoreResult } from './restore.ts';
import { sift, type Sifted } from './sift.ts';

/** The service itself; `backup-service.ts` is what the app has of it from the start. */
export function createBackups(environment: Environment) {
  const { strict, platform: { storage } } = environment;
  let last: { readonly text: string; readonly read: Promise<Result<Reading & Sifted, BackupError>> } | null = null;
  /** A preview is asked for again at every answer: the file is read once. */
  const read = (text: string): Promise<Result<Reading & Sifted, BackupError>> => {
    if (last?.text !== text) last = { text, read: readAndSift(text, strict.schemaVersion) };
    return last.read;
  };

  return {
    exportAll: (options: { readonly userId?: Id; readonly schema?: number } = {}) => exportBackup(environment, options),
    async inspect(text: string): Promise<Result<BackupInfo, BackupError>> {
      const backup = await read(text);
      if (!backup.ok) return backup;
      const { file, rows, damage } = backup.value;
      return ok(infoOf({ ...file, tables: rows }, damage));
    },
    async preview(text: string, same: SamePeople = {}): Promise<Result<Preview, BackupError>> {
      const backup = await read(text);
      if (!backup.ok) return backup;
      return ok(await previewOf(strict, backup.value.file, backup.value, same));
    },
    async restore(text: string, options: RestoreOptions): Promise<Result<Restored, RestoreFailure>> {
      const missing = await missingRoomFor(text, storage);
      if (missing > 0) return fail({ type: 'QuotaExceeded', missing });
      const backup = await read(text);
      if (!backup.ok) return backup;
      const restored = await restore(environment, backup.value, options);
      last = null;
      if (!restored.ok && restored.error.type === 'NotEmpty') throw new Error('asked of an empty device alone');
      return restored.ok ? restored : fail(restored.error as RestoreFailure);
    },
    async restoreIntoEmpty(text: string): Promise<RestoreResult> {
      const missing = await missingRoomFor(text, storage);
      if (missing > 0) return fail({ type: 'QuotaExceeded', missing });
      const backup = await read(text);
      if (!backup.ok) return backup;
      return restore(environment, backup.value, { mode: 'merge', onlyIntoEmpty: true });
    },
  };
}

async function readAndSift(text: string, schema: number): Promise<Result<Reading & Sifted, BackupError>> {
  const reading = await readBackup(text, schema);
  return reading.ok ? ok({ ...reading.value, ...sift(reading.value) }) : reading;
}
