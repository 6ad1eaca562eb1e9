import type { Exercise } from '../../db/models/exercise.ts';
import { contentId, type Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { New } from '../../db/models/row.ts';
import type { ParsedCourse } from './course-bundle.ts';
import type { CourseDoc, LessonDoc } from './course-doc.ts';
import { objectivesOfRow } from './objectives.ts';
import { toExercise } from './source/to-exercise.ts';
import type { CourseSource } from './source/source-shapes.ts';
import { languagesOf, originalLanguage, translated } from './translate.ts';

/**
 * The rows of a course in one of its languages; in its own where it does not speak `language`. Its document is sound: every
 * reader of documents checks it.
 */
export function toBundle(doc: CourseDoc, language = originalLanguage(doc)): ParsedCourse {
  const { course, lessons } = translated(doc, language);
  const idOf = new Map(lessons.flatMap(({ exercises }) => exercises.map((exercise) => [exercise.id, rowId(course, exercise)] as const)));
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
      language: languagesOf(doc).includes(language) ? language : originalLanguage(doc),
      programmingLanguage: course.programmingLanguage,
      order: course.order,
      isPublished: true,
    },
    lessons: whole.map(({ lesson }) => lesson),
    exercises: whole.flatMap(({ lesson, doc }) => exerciseRows(doc, lesson, course, idOf)),
    credits: { authors: course.authors, licence: course.licence },
  };
}

/** `order` counts from 1. */
function lessonRow({ head, content }: LessonDoc, course: CourseSource, order: number): New<Lesson> {
  const { title, minutes } = head;
  const about = { title, content, order, estimatedMinutes: minutes, objectives: objectivesOfRow(head.objectives) };
  return { id: rowId(course, head), courseId: course.id, ...about, isPublished: true };
}

/** Variants stand behind what the lesson asks: they are for reviews, and none of them counts in it. */
function exerciseRows({ exercises }: LessonDoc, lesson: New<Lesson>, course: CourseSource, idOf: ReadonlyMap<string, Id>): New<Exercise>[] {
  const asked = exercises.filter(({ variantOf }) => variantOf === undefined);
  const variants = exercises.filter(({ variantOf }) => variantOf !== undefined);
  return [...asked, ...variants].map((source, i) => {
    const row = { ...toExercise(source, placeIn(course, lesson.id, i)), id: rowId(course, source) };
    return source.variantOf === undefined ? row : { ...row, variantOf: idOf.get(source.variantOf) ?? null, isRequired: false };
  });
}

/** Every exercise, variants too, as a row under the id that its author gives it today: for the tools of authors. */
export function exercisesAsWritten({ course, lessons }: CourseDoc): New<Exercise>[] {
  return lessons.flatMap((lesson) => lesson.exercises.map((source, i) => toExercise(source, placeIn(course, rowId(course, lesson.head), i))));
}

const placeIn = (course: CourseSource, lessonId: Id, index: number) =>
  ({ packId: course.id, lessonId, level: course.level, language: course.programmingLanguage ?? 'python', order: index + 1 }) as const;

/** What a lesson or an exercise is known by for good, whatever its author calls it since. */
export const firstName = ({ id, renamedFrom }: { readonly id: string; readonly renamedFrom?: string | undefined }): string => renamedFrom ?? id;

/** A device that installs a version afresh and one that comes to it by updates give a row the same id. */
export const rowId = (course: Pick<CourseSource, 'id'>, named: Parameters<typeof firstName>[0]): Id => contentId(course.id, firstName(named));
