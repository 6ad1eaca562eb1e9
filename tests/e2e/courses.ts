import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { ParsedCourse } from '../../src/packs/course-bundle.ts';
import { parseCourse } from '../../src/packs/source/parse-course.ts';

/** The courses that the app brings along, in their order, read from their source. */
export function bundledCourses(): ParsedCourse[] {
  const folders = readdirSync('seeds/courses').map((name) => join('seeds/courses', name));
  return folders.map(readCourse).sort((a, b) => a.course.order - b.course.order);
}

export function readCourse(folder: string): ParsedCourse {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(md|yaml)$/.test(name));
  const files = names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')] as const);
  const parsed = parseCourse(Object.fromEntries(files));
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
