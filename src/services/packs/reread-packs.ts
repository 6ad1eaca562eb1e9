import { NotFound } from '../../../db/errors.ts';
import type { Id } from '../../../db/models/ids.ts';
import { asReadToday } from '../../packs/bundle-mark.ts';
import { readDevice, writeDevice } from '../device-state.ts';
import type { Environment } from '../environment.ts';
import { createPackService } from './create-pack-service.ts';

/**
 * Reads courses from files again whose rows an older app made: these lack what it did not know of. Nothing that a learner
 * did is touched (R6). It happens once: a file that cannot be read today will not be read tomorrow either, and its course
 * stays as it is. Only where there is no room does it wait for the next start; and for a course that was removed, until
 * it is back.
 */
export async function rereadPacks(environment: Environment, packIds: readonly Id[]): Promise<void> {
  const { strict } = environment;
  for (const packId of packIds) {
    const course = await strict.courses.getById(packId, { includeDeleted: true });
    if (course !== null && course.deletedAt !== null) continue;
    if (course !== null && (await isToWait(environment, packId, course.language))) continue;
    await strict.transact(['settings'], async () => {
      const installed = await readDevice(strict, 'installedPacks');
      const mark = installed[packId];
      if (mark !== undefined) await writeDevice(strict, 'installedPacks', { ...installed, [packId]: asReadToday(mark) });
    });
  }
}

/** Tries to read it. */
async function isToWait(environment: Environment, packId: Id, language: string): Promise<boolean> {
  try {
    const read = await createPackService(environment).setLanguage(packId, language, () => undefined);
    return read !== null && !read.ok && ['QuotaExceeded', 'StoreFailed', 'StaleTab'].includes(read.error.type);
  } catch (error) {
    // Its file is not here: the course came with a backup.
    if (error instanceof NotFound) return false;
    throw error;
  }
}
