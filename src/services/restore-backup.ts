import { BulkViolation, DataNewerThanApp, InvalidValue, Violation } from '../../db/errors.ts';
import { settingId, type Id } from '../../db/models/ids.ts';
import type { User } from '../../db/models/user.ts';
import type { Dumps, Repositories } from '../../db/repositories.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { versionOf } from '../packs/bundle-mark.ts';
import { readBackup, type BackupError, type BackupFile } from './backup-file.ts';
import { noteChange } from './course-change.ts';
import { readDevice, writeDevice, type DeviceState } from './device-state.ts';
import type { Environment } from './environment.ts';
import { writeFailureOf, type WriteFailure } from './failures.ts';
import { retireExercises } from './retire-exercises.ts';
import { recomputeSnapshot } from './recompute-snapshot.ts';
import { withFreeUsernames } from './username.ts';

export type RestoreFailure = BackupError | WriteFailure | { readonly type: 'NotEmpty' };

/** All or nothing, in one transaction on the strict instance. */
export async function restoreBackup(
  { strict }: Environment,
  text: string,
): Promise<Result<{ readonly users: readonly User[] }, RestoreFailure>> {
  const backup = readBackup(text, strict.schemaVersion);
  if (!backup.ok) return backup;
  const dumps = await strict.dumps();
  try {
    return await strict.transact('all', async () => {
      if ((await strict.users.getAll()).length > 0) return fail({ type: 'NotEmpty' });
      return ok({ users: await restore(strict, dumps, backup.value) });
    });
  } catch (error) {
    const failure = failureOf(error, backup.value);
    if (failure === null) throw error;
    return fail(failure);
  }
}

async function restore(repositories: Repositories, dumps: Dumps, backup: BackupFile): Promise<User[]> {
  const tables = { ...backup.tables, users: await withFreeUsernames(repositories, backup.tables.users ?? []) };
  const isStrange = await exercisesUnknownHere(repositories, backup);
  await dumps.restoreRows(tables, { version: backup.schema, onExisting: 'keep' });
  await retireExercises(repositories, isStrange);
  const users: User[] = [];
  for (const row of tables.users) {
    const user = await repositories.users.getById(row.id, { includeDeleted: true });
    if (user === null || (row.deletedAt ?? null) !== null) continue;
    // Removed from this device's list before: the backup brings the profile back.
    users.push(user.deletedAt === null ? user : await repositories.users.restore(user.id));
    for (const before of await repositories.progress.getAllUserProgress(user.id)) {
      const after = await recomputeSnapshot(repositories, user.id, before.courseId);
      // The course here may be a later version than the one the backup was made with (R8).
      await noteChange(repositories, await installedVersion(repositories, before.courseId), before, after);
    }
  }
  await writeDevice(repositories, 'currentProfile', currentOf(backup, users));
  return users;
}

/** As its author numbered it; a course's id is its pack's. */
async function installedVersion(repositories: Repositories, courseId: Id): Promise<string> {
  const { [courseId]: mark } = await readDevice(repositories, 'installedPacks');
  return mark === undefined ? '' : versionOf(mark);
}

/** Exercises of the backup that a lesson stored here does not have: history alone needs them. */
async function exercisesUnknownHere(repositories: Repositories, backup: BackupFile): Promise<Id[]> {
  const rows = backup.tables.exercises ?? [];
  const here = new Set((await repositories.exercises.getMany(rows.map(({ id }) => id))).map(({ id }) => id));
  const unknown: Id[] = [];
  for (const { id, lessonId } of rows) {
    if (here.has(id) || typeof lessonId !== 'string') continue;
    if ((await repositories.lessons.getById(lessonId, { includeDeleted: true })) !== null) unknown.push(id);
  }
  return unknown;
}

function currentOf(backup: BackupFile, users: readonly User[]): Id | null {
  const key: keyof DeviceState = 'currentProfile';
  const stored = (backup.tables.settings ?? []).find(({ id }) => id === settingId(null, key));
  return users.find(({ id }) => id === stored?.value)?.id ?? users[0]?.id ?? null;
}

function failureOf(error: unknown, backup: BackupFile): RestoreFailure | null {
  const writeFailure = writeFailureOf(error);
  if (writeFailure !== null || error instanceof DataNewerThanApp) return writeFailure;
  const violation = error instanceof BulkViolation ? error.violations[0] : error;
  if (!(violation instanceof Violation)) return null;
  const { table, field, rowId } = violation;
  if (violation instanceof InvalidValue && table === 'backup') return { type: 'NotABackup' };
  const index = (backup.tables[table] ?? []).findIndex(({ id }) => id === rowId);
  return { type: 'BrokenRow', table, index: Math.max(0, index), field, reason: violation.type };
}
