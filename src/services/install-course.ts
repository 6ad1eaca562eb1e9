import type { Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { AnyTable } from '../../db/transaction.ts';
import { PACK_TABLES } from '../../db/tables.ts';
import { bundleMark } from '../packs/bundle-mark.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { rowsOf, slicesOf, type CourseRows } from '../packs/row-lists.ts';
import { noteChange } from './course-change.ts';
import { readDevice, writeDevice } from './device-state.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';
import { retireExercises } from './retire-exercises.ts';

const TABLES = [...PROGRESS_TABLES, 'settings'] as const satisfies readonly AnyTable[];

export interface InstallOptions {
  /** By which it is known again. */
  readonly mark: string;
  /** Hears 0–1 while rows are written. */
  readonly onProgress?: (fraction: number) => void;
  /** Writes in the same transaction to the tables of packs: the file that the course came from. */
  readonly andThen?: () => Promise<void>;
}

/**
 * Brings one version of a course in, in place by id and in one transaction: rows change, none that a learner's
 * history hangs on goes (R6). A lesson the author left out is removed (soft); an exercise they left out moves to the
 * shelf. Snapshots are computed anew, since the course they measure has changed.
 */
export function installCourse(repositories: Repositories, rows: CourseRows, { mark, onProgress, andThen }: InstallOptions): Promise<void> {
  const { packId, version, course } = rows;
  return repositories.transact(andThen === undefined ? TABLES : [...TABLES, ...PACK_TABLES], async () => {
    await repositories.courses.upsertMany([course]);
    await putLessons(repositories, rows);
    await putExercises(repositories, rows, onProgress);
    for (const before of await repositories.progress.getByCourse(course.id)) {
      const after = await recomputeSnapshot(repositories, before.userId, course.id);
      await noteChange(repositories, version, before, after);
    }
    const installed = await readDevice(repositories, 'installedPacks');
    await writeDevice(repositories, 'installedPacks', { ...installed, [packId]: mark });
    await andThen?.();
  });
}

/** A course that is whole in memory, known again by `bundleMark`. */
export const installBundle = (repositories: Repositories, bundle: CourseBundle): Promise<void> =>
  installCourse(repositories, rowsOf(bundle), { mark: bundleMark(bundle) });

async function putLessons(repositories: Repositories, { course, lessons }: CourseRows): Promise<void> {
  const stored = await repositories.lessons.getByCourse(course.id, { includeDeleted: true });
  const ids = new Set(lessons.ids);
  for (const { id, deletedAt } of stored) {
    if (ids.has(id) && deletedAt !== null) await repositories.lessons.restore(id);
    if (!ids.has(id) && deletedAt === null) await repositories.lessons.delete(id);
  }
  for (const some of lessons.lists()) await repositories.lessons.upsertMany(some);
}

async function putExercises(repositories: Repositories, { lessons, exercises }: CourseRows, onProgress?: (fraction: number) => void): Promise<void> {
  const ids = new Set(exercises.ids);
  const retired: Id[] = [];
  for (const some of slicesOf(lessons.ids)) {
    const stored = await repositories.exercises.getOutlines(some, { includeVariants: true });
    retired.push(...stored.map(({ id }) => id).filter((id) => !ids.has(id)));
  }
  let written = 0;
  for (const some of exercises.lists()) {
    await repositories.exercises.upsertMany(some);
    written += some.length;
    onProgress?.(written / exercises.ids.length);
  }
  await retireExercises(repositories, retired);
}
