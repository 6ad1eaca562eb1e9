import type { Id } from '../../../db/models/ids.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { New } from '../../../db/models/row.ts';
import type { CourseBundle } from '../../../src/packs/course-bundle.ts';
import { makeCourse } from '../../factories/course.ts';
import { makeExercise } from '../../factories/exercise.ts';
import { makeLesson } from '../../factories/lesson.ts';

export interface BundlePlan {
  /** Of the course; its pack's id is the same. */
  readonly id?: Id;
  readonly version?: string;
  /** Lesson → its exercises: `{ a: ['a1', 'a2'] }`. */
  readonly lessons?: { readonly [lesson: string]: readonly string[] };
  readonly unpublished?: readonly string[];
}

/** A course whose ids are short names: lessons of 10 minutes with true/false exercises, the answer always true. */
export function makeBundle(plan: BundlePlan = {}): CourseBundle {
  const { id = 'py', version = '1.0.0', lessons = { a: ['a1', 'a2'], b: ['b1'], c: ['c1'] }, unpublished = [] } = plan;
  const lesson = (name: string, place: number): New<Lesson> =>
    makeLesson({ id: name, courseId: id, order: place + 1, estimatedMinutes: 10, isPublished: !unpublished.includes(name) });
  const exercise = (lessonId: Id, name: string, place: number): New<Exercise> => ({
    ...makeExercise('TRUE_FALSE', { lessonId }),
    ...{ id: name, order: place + 1 },
  });
  return {
    packId: id,
    version,
    course: { ...makeCourse({ id, slug: id }) },
    lessons: Object.keys(lessons).map(lesson),
    exercises: Object.entries(lessons).flatMap(([lessonId, names]) => names.map((name, i) => exercise(lessonId, name, i))),
  };
}
