import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import { groupBy } from '../group-by.ts';

/** What of a course counts: its published lessons and their exercises, in the author's order. */
export interface Outline {
  readonly courseId: Id;
  readonly lessons: readonly OutlineLesson[];
}
export interface OutlineLesson {
  readonly id: Id;
  readonly exercises: readonly { readonly id: Id; readonly isRequired: boolean }[];
}

/** The outline of rows in any order; lessons that are removed or unpublished are left out, with their exercises. */
export function outlineOf(courseId: Id, lessons: readonly Lesson[], exercises: readonly Pick<Exercise, 'id' | 'lessonId' | 'order' | 'isRequired'>[]): Outline {
  const byLesson = groupBy(exercises, (exercise) => exercise.lessonId);
  return {
    courseId,
    lessons: [...lessons]
      .filter((lesson) => lesson.courseId === courseId && isPublished(lesson))
      .sort(byOrder)
      .map(({ id }) => ({
        id,
        exercises: [...(byLesson.get(id) ?? [])].sort(byOrder).map(({ id, isRequired }) => ({ id, isRequired })),
      })),
  };
}

export const isPublished = (lesson: Lesson): boolean => lesson.isPublished && lesson.deletedAt === null;

/** Ties fall to the id, so that every device sees one order. */
export const byOrder = (a: { order: number; id: Id }, b: { order: number; id: Id }): number =>
  a.order - b.order || (a.id < b.id ? -1 : Number(a.id > b.id));
