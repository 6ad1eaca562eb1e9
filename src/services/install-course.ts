import type { Repositories } from '../../db/repositories.ts';
import type { TableName } from '../../db/tables.ts';
import { bundleMark } from '../packs/bundle-mark.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { noteChange } from './course-change.ts';
import { readDevice, writeDevice } from './device-state.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';
import { retireExercises } from './retire-exercises.ts';

const TABLES = [...PROGRESS_TABLES, 'settings'] as const satisfies readonly TableName[];

/**
 * Brings one version of a course in, in place by id and in one transaction: rows change, none that a learner's
 * history hangs on goes (R6). A lesson the author left out is removed (soft); an exercise they left out moves to the
 * shelf. Snapshots are computed anew, since the course they measure has changed.
 */
export function installCourse(repositories: Repositories, bundle: CourseBundle): Promise<void> {
  const courseId = bundle.course.id;
  return repositories.transact(TABLES, async () => {
    await repositories.courses.upsertMany([bundle.course]);
    await putLessons(repositories, bundle);
    await putExercises(repositories, bundle);
    for (const before of await repositories.progress.getByCourse(courseId)) {
      const after = await recomputeSnapshot(repositories, before.userId, courseId);
      await noteChange(repositories, bundle.version, before, after);
    }
    const installed = await readDevice(repositories, 'installedPacks');
    await writeDevice(repositories, 'installedPacks', { ...installed, [bundle.packId]: bundleMark(bundle) });
  });
}

async function putLessons(repositories: Repositories, bundle: CourseBundle): Promise<void> {
  const stored = await repositories.lessons.getByCourse(bundle.course.id, { includeDeleted: true });
  const ids = new Set(bundle.lessons.map((lesson) => lesson.id));
  for (const { id, deletedAt } of stored) {
    if (ids.has(id) && deletedAt !== null) await repositories.lessons.restore(id);
    if (!ids.has(id) && deletedAt === null) await repositories.lessons.delete(id);
  }
  await repositories.lessons.upsertMany(bundle.lessons);
}

async function putExercises(repositories: Repositories, bundle: CourseBundle): Promise<void> {
  const lessonIds = bundle.lessons.map((lesson) => lesson.id);
  const ids = new Set(bundle.exercises.map((exercise) => exercise.id));
  const retired = (await repositories.exercises.getByLessons(lessonIds)).filter(({ id }) => !ids.has(id));
  await repositories.exercises.upsertMany(bundle.exercises);
  await retireExercises(
    repositories,
    retired.map(({ id }) => id),
  );
}
