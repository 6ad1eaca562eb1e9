import type { Id } from '../../../db/models/ids.ts';
import type { OutlineLesson } from './outline.ts';

/**
 * R8: 100 × the mean over the lessons of 1 where the lesson is done, else the part of its required exercises that
 * are. 0 without lessons; exactly 100 only when all are done, exactly 0 only when nothing is.
 */
export function completionPercentage(
  lessons: readonly OutlineLesson[],
  doneLessons: ReadonlySet<Id>,
  doneExercises: ReadonlySet<Id>,
): number {
  if (lessons.length === 0) return 0;
  if (lessons.every((lesson) => doneLessons.has(lesson.id))) return 100;
  const parts = lessons.map((lesson) => (doneLessons.has(lesson.id) ? 1 : partDone(lesson, doneExercises)));
  return (100 * parts.reduce((sum, part) => sum + part, 0)) / lessons.length;
}

/** A lesson without required exercises is done by going past it, and by nothing else. */
function partDone(lesson: OutlineLesson, doneExercises: ReadonlySet<Id>): number {
  const required = lesson.exercises.filter((exercise) => exercise.isRequired);
  if (required.length === 0) return 0;
  return required.filter((exercise) => doneExercises.has(exercise.id)).length / required.length;
}

/** For the screen: a whole number that says 0 and 100 only where they are exact. */
export function wholePercentage(percentage: number): number {
  if (percentage <= 0) return 0;
  if (percentage >= 100) return 100;
  return Math.min(99, Math.max(1, Math.round(percentage)));
}
