import type { Id } from '../../../db/models/ids.ts';
import type { User } from '../../../db/models/user.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { versionOf } from '../../packs/bundle-mark.ts';
import { noteChange } from '../course-change.ts';
import { readDevice } from '../device-state.ts';
import { recomputeSnapshot } from '../recompute-snapshot.ts';
import type { Rows } from './sift.ts';

/** A learner of the file, by their id here. */
export interface Comer {
  readonly id: Id;
  /** Where the file comes from they were off the list. */
  readonly isRemoved: boolean;
}

/** Profiles come back to the list, and snapshots say what attempts and facts say now (R9). */
export async function settle(
  strict: Repositories,
  rows: Rows,
  learners: readonly Comer[],
  places: ReadonlyMap<Id, Id>,
): Promise<User[]> {
  const brought = new Set(rows.progressSnapshots.map(({ id }) => id));
  const courseOf = await courseFinder(strict, rows);
  const users = new Map<Id, User>();
  for (const { id, isRemoved } of learners) {
    const user = await strict.users.getById(id, { includeDeleted: true });
    if (user === null) continue;
    const known = (await strict.progress.getAllUserProgress(id)).map(({ courseId }) => courseId);
    const worked = [
      ...rows.learningFacts.filter(({ userId }) => userId === id).map(({ courseId }) => String(courseId)),
      ...rows.exerciseAttempts.filter(({ userId }) => userId === id).map(({ exerciseId }) => courseOf(String(exerciseId))),
    ].filter((courseId) => courseId !== undefined);
    for (const courseId of new Set([...known, ...worked])) {
      if ((await strict.courses.getById(courseId, { includeDeleted: true })) === null) continue;
      const before = await strict.progress.getUserProgress(id, courseId);
      const after = await recomputeSnapshot(strict, id, courseId, places.get(`${id}/${courseId}`));
      // The course here may be a later version than the one the backup was made with (R8).
      if (before !== null && brought.has(before.id)) await noteChange(strict, await installedVersion(strict, courseId), before, after);
    }
    // Removed from this device's list before: the backup brings the profile back.
    if (!isRemoved) users.set(id, user.deletedAt === null ? user : await strict.users.restore(id));
  }
  return [...users.values()];
}

/** Which course an exercise that was answered is of; a file may bring answers without their course. */
async function courseFinder(strict: Repositories, { exerciseAttempts }: Rows): Promise<(exerciseId: Id) => Id | undefined> {
  const exercises = await strict.lookUp('exercises', [...new Set(exerciseAttempts.map(({ exerciseId }) => String(exerciseId)))]);
  const lessonOf = new Map(exercises.map((row) => [row?.id, String(row?.lessonId)]));
  const lessons = await strict.lookUp('lessons', [...new Set(lessonOf.values())]);
  const courseOf = new Map(lessons.map((row) => [row?.id, String(row?.courseId)]));
  return (exerciseId) => courseOf.get(lessonOf.get(exerciseId));
}

/** As its author numbered it; a course's id is its pack's. */
async function installedVersion(strict: Repositories, courseId: Id): Promise<string> {
  const marks = await readDevice(strict, 'installedPacks');
  return Object.hasOwn(marks, courseId) ? versionOf(marks[courseId] ?? '') : '';
}
