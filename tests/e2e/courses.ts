import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { ParsedCourse } from '../../src/packs/course-bundle.ts';
import { parseCourse } from '../../src/packs/source/parse-course.ts';

/** The courses that the app brings along, in their order, read from their source. */
export const bundledCourses = (): ParsedCourse[] => [...fullCourses(), ...demoCourses()];

export const fullCourses = (): ParsedCourse[] => coursesIn('seeds/courses');

/** The small ones among them, of two lessons each: those that a test can take from end to end. */
export const demoCourses = (): ParsedCourse[] => coursesIn('seeds/demo');

const coursesIn = (root: string): ParsedCourse[] =>
  readdirSync(root).map((name) => readCourse(join(root, name))).sort((a, b) => a.course.order - b.course.order);

export function readCourse(folder: string): ParsedCourse {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isText = (name: string): boolean => /\.(md|yaml)$/.test(name);
  const files = names.filter(isText).map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')] as const);
  const pictures = names.filter((name) => name.endsWith('.svg')).map((name) => name.replaceAll('\\', '/'));
  const parsed = parseCourse(Object.fromEntries(files), pictures);
  if (!parsed.ok) throw new Error(`${folder}: ${JSON.stringify(parsed.error.findings, null, 2)}`);
  return parsed.value;
}

type Row<T> = T extends unknown ? Omit<T, 'createdAt' | 'updatedAt' | 'deletedAt'> : never;

export function exercisesOf(course: ParsedCourse, lessonId: Id): readonly Row<Exercise>[] {
  return course.exercises.filter((exercise) => exercise.lessonId === lessonId).sort((a, b) => a.order - b.order);
}

export function lessonsOf(course: ParsedCourse): readonly Row<Lesson>[] {
  return [...course.lessons].sort((a, b) => a.order - b.order);
}
