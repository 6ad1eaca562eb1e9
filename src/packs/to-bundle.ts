import type { Exercise } from '../../db/models/exercise.ts';
import { contentId } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { New } from '../../db/models/row.ts';
import type { ParsedCourse } from './course-bundle.ts';
import type { CourseDoc, LessonDoc } from './course-doc.ts';
import { toExercise } from './source/to-exercise.ts';
import type { CourseSource } from './source/source-shapes.ts';

/** The rows of a course. Its document is sound: every reader of documents checks it. */
export function toBundle({ course, lessons }: CourseDoc): ParsedCourse {
  const whole = lessons.map((lesson, index) => ({ lesson: lessonRow(lesson, course, index + 1), doc: lesson }));
  return {
    packId: course.id,
    version: course.version,
    course: {
      id: course.id,
      title: course.title,
      slug: course.slug ?? course.id,
      description: course.description.trim(),
      difficulty: course.level,
      language: course.languages[0] ?? 'en',
      programmingLanguage: course.programmingLanguage,
      order: course.order,
      isPublished: true,
    },
    lessons: whole.map(({ lesson }) => lesson),
    exercises: whole.flatMap(({ lesson, doc }) => exerciseRows(doc, lesson, course)),
    credits: { authors: course.authors, licence: course.licence },
    objectives: Object.fromEntries(whole.map(({ lesson, doc }) => [lesson.id, doc.head.objectives])),
  };
}

/** `order` counts from 1. */
function lessonRow({ head, content }: LessonDoc, course: CourseSource, order: number): New<Lesson> {
  const { title, minutes } = head;
  return { id: contentId(course.id, head.id), courseId: course.id, title, content, order, estimatedMinutes: minutes, isPublished: true };
}

function exerciseRows({ exercises }: LessonDoc, lesson: New<Lesson>, course: CourseSource): New<Exercise>[] {
  const place = { packId: course.id, lessonId: lesson.id, level: course.level, language: course.programmingLanguage ?? 'python' } as const;
  return exercises.map((source, i) => toExercise(source, { ...place, order: i + 1 }));
}
