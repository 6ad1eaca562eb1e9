import type { Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';

/**
 * Moves exercises that their course no longer has to its shelf: a removed lesson, out of every denominator, where the
 * learner's history still finds them (R6).
 */
export async function retireExercises(repositories: Repositories, ids: readonly Id[]): Promise<void> {
  for (const exercise of await repositories.exercises.getMany(ids)) {
    const lesson = await repositories.lessons.getById(exercise.lessonId, { includeDeleted: true });
    if (lesson === null || lesson.id === shelfId(lesson.courseId)) continue;
    await repositories.exercises.update(exercise.id, { lessonId: await openShelf(repositories, lesson.courseId) });
  }
}

async function openShelf(repositories: Repositories, courseId: Id): Promise<Id> {
  const id = shelfId(courseId);
  if ((await repositories.lessons.getById(id, { includeDeleted: true })) === null) {
    await repositories.lessons.create({ id, courseId, title: 'Retired', order: SHELF_ORDER });
    await repositories.lessons.delete(id);
  }
  return id;
}

export const shelfId = (courseId: Id): Id => `${courseId}:*retired`;

/** Behind every lesson; a removed one takes no order from them. */
const SHELF_ORDER = 1_000_000;
