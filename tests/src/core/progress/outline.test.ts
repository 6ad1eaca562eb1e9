import { expect, it } from 'vitest';
import type { Lesson } from '../../../../db/models/lesson.ts';
import { outlineOf } from '../../../../src/core/progress/outline.ts';
import { makeExercise } from '../../../factories/exercise.ts';
import { makeLesson } from '../../../factories/lesson.ts';

const lesson = (id: string, own: Partial<Lesson> = {}): Lesson => ({
  ...makeLesson({ id, courseId: 'course' }),
  ...{ createdAt: 0, updatedAt: 0, deletedAt: null },
  ...own,
});
const exercise = (id: string, lessonId: string, order: number) => ({
  ...makeExercise('TRUE_FALSE', { lessonId }),
  ...{ id, order, createdAt: 0, updatedAt: 0 },
});

it('holds the published lessons and their exercises in order, whatever order they come in', () => {
  const lessons = [lesson('b', { order: 2 }), lesson('a', { order: 1 }), lesson('elsewhere', { courseId: 'other' })];
  const removed = [lesson('c', { isPublished: false }), lesson('d', { deletedAt: 5 })];
  const exercises = [exercise('a2', 'a', 2), exercise('a1', 'a', 1), exercise('c1', 'c', 1), exercise('d1', 'd', 1)];
  expect(outlineOf('course', [...lessons, ...removed], exercises)).toEqual({
    courseId: 'course',
    lessons: [
      { id: 'a', exercises: [{ id: 'a1', isRequired: true }, { id: 'a2', isRequired: true }] },
      { id: 'b', exercises: [] },
    ],
  });
});
