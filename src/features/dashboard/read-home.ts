import type { Course } from '../../../db/models/course.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { CourseChange } from '../../services/course-change.ts';
import type { CourseService } from '../../services/course-service.ts';
import type { HomeView } from '../../services/views.ts';

/** The first lesson of the first course not begun: what to offer when there is nothing to continue. */
export interface FirstLesson {
  readonly course: Course;
  readonly lesson: Lesson;
  /** Nothing was begun at all. */
  readonly isNewcomer: boolean;
}

export interface HomeReading extends HomeView {
  readonly first: FirstLesson | null;
  /** By course: what an update did to the learner's percentage, until they have seen it (R8). */
  readonly changes: ReadonlyMap<Id, CourseChange>;
}

export async function readHome(courses: CourseService, userId: Id): Promise<HomeReading> {
  const home = await courses.home(userId);
  const first = await readFirst(courses, userId, home);
  return { ...home, first, changes: await readChanges(courses, userId, home) };
}

async function readFirst(courses: CourseService, userId: Id, home: HomeView): Promise<FirstLesson | null> {
  const next = home.courses.find(({ progress, lessonCount }) => progress === null && lessonCount > 0);
  if (home.resume !== null || next === undefined) return null;
  const lesson = (await courses.overview(userId, next.course.id))?.lessons[0]?.lesson;
  if (lesson === undefined) return null;
  return { course: next.course, lesson, isNewcomer: home.courses.every(({ progress }) => progress === null) };
}

async function readChanges(courses: CourseService, userId: Id, home: HomeView): Promise<HomeReading['changes']> {
  const changes = new Map<Id, CourseChange>();
  for (const { course } of home.courses) {
    const change = await courses.change(userId, course.id);
    if (change !== null) changes.set(course.id, change);
  }
  return changes;
}
