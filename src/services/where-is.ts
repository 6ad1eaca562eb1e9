import { NotFound } from '../../db/errors.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { Repositories } from '../../db/repositories.ts';

/** An exercise and its lesson, removed or not. Throws NotFound. */
export async function whereIs(repositories: Repositories, exerciseId: Id): Promise<{ exercise: Exercise; lesson: Lesson }> {
  const exercise = await repositories.exercises.getById(exerciseId);
  if (exercise === null) throw new NotFound('exercises', exerciseId);
  const lesson = await repositories.lessons.getById(exercise.lessonId, { includeDeleted: true });
  if (lesson === null) throw new NotFound('lessons', exercise.lessonId);
  return { exercise, lesson };
}
