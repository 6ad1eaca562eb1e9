import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import { recountActivity } from './activity.ts';
import { readDevice } from './device-state.ts';
import type { Environment } from './environment.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';

/** What an erasure leaves behind (R5): the way back until the next start, and the files that still hold the data. */
export interface Erasure {
  undo(): Promise<void>;
  readonly backups: readonly { readonly name: string; readonly at: EpochMs }[];
}

/** Deletes the learner and all that hangs on them. The held copy lives in this tab, so it is gone at the next start. */
export async function eraseLearner({ strict }: Environment, userId: Id): Promise<Erasure> {
  const erasures = await strict.erasures();
  const activity = await strict.activity();
  const erased = await erasures.erase(userId);
  const undo = (): Promise<void> =>
    strict.transact('all', async () => {
      await erasures.undoErase(erased);
      await recountActivity(strict, activity, userId);
    });
  return { undo, backups: await backupsWith(strict, userId) };
}

export async function eraseCourseOf({ strict }: Environment, userId: Id, courseId: Id): Promise<Erasure> {
  const erasures = await strict.erasures();
  const activity = await strict.activity();
  const erased = await erasures.eraseCourseHistory(userId, courseId);
  return {
    undo: () =>
      strict.transact('all', async () => {
        await erasures.undoErase(erased);
        // Something may have been answered since.
        await strict.transact(PROGRESS_TABLES, () => recomputeSnapshot(strict, userId, courseId));
        await recountActivity(strict, activity, userId);
      }),
    backups: await backupsWith(strict, userId),
  };
}

const backupsWith = async (repositories: Repositories, userId: Id): Promise<Erasure['backups']> =>
  (await readDevice(repositories, 'backups'))
    .filter((backup) => backup.userIds.includes(userId))
    .map(({ name, at }) => ({ name, at }));
