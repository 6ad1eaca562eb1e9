import type { Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { AnyTable } from '../../db/transaction.ts';
import { PACK_TABLES } from '../../db/tables.ts';
import { bundleMark } from '../packs/bundle-mark.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { noteChange } from './course-change.ts';
import { readDevice, writeDevice } from './device-state.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';
import { retireExercises } from './retire-exercises.ts';

const TABLES = [...PROGRESS_TABLES, 'settings'] as const satisfies readonly AnyTable[];

export interface InstallOptions {
  /** By which it is known again; `bundleMark` of it unless given. */
  readonly mark?: string;
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
export function installCourse(repositories: Repositories, bundle: CourseBundle, { mark, onProgress, andThen }: InstallOptions = {}): Promise<void> {
  const courseId = bundle.course.id;
  return repositories.transact(andThen === undefined ? TABLES : [...TABLES, ...PACK_TABLES], async () => {
    await repositories.courses.upsertMany([bundle.course]);
    await putLessons(repositories, bundle);
    await putExercises(repositories, bundle, onProgress);
    for (const before of await repositories.progress.getByCourse(courseId)) {
      const after = await recomputeSnapshot(repositories, before.userId, courseId);
      await noteChange(repositories, bundle.version, before, after);
    }
    const installed = await readDevice(repositories, 'installedPacks');
    await writeDevice(repositories, 'installedPacks', { ...installed, [bundle.packId]: mark ?? bundleMark(bundle) });
    await andThen?.();
  });
}

async function putLessons(repositories: Repositories, bundle: CourseBundle): Promise<void> {
  const stored = await repositories.lessons.getByCourse(bundle.course.id, { includeDeleted: true });
  const ids = new Set(bundle.lessons.map((lesson) => lesson.id));
  for (const { id, deletedAt } of stored) {
    if (ids.has(id) && deletedAt !== null) await repositories.lessons.restore(id);
    if (!ids.has(id) && deletedAt === null) await repositories.lessons.delete(id);
  }
  for (const lessons of slicesOf(bundle.lessons)) await repositories.lessons.upsertMany(lessons);
}

async function putExercises(repositories: Repositories, bundle: CourseBundle, onProgress?: (fraction: number) => void): Promise<void> {
  const lessonIds = bundle.lessons.map((lesson) => lesson.id);
  const ids = new Set(bundle.exercises.map((exercise) => exercise.id));
  const retired: Id[] = [];
  for (const some of slicesOf(lessonIds)) {
    const stored = await repositories.exercises.getByLessons(some);
    retired.push(...stored.map(({ id }) => id).filter((id) => !ids.has(id)));
  }
  let written = 0;
  for (const exercises of slicesOf(bundle.exercises)) {
    await repositories.exercises.upsertMany(exercises);
    written += exercises.length;
    onProgress?.(written / bundle.exercises.length);
  }
  await retireExercises(repositories, retired);
}

/** So many rows are read, checked and written at a time that a frame is never missed; the transaction is one. */
const SLICE = 200;

const slicesOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, i) => rows.slice(i * SLICE, (i + 1) * SLICE));
