import type { Course } from '../../../db/models/course.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { CourseService } from '../../services/course-service.ts';
import type { HomeView } from '../../services/views.ts';

/** The first lesson of the first course not begun: what to offer when there is nothing to continue. */
export interface FirstLesson {
  readonly course: Course;
  readonly lesson: Lesson;
  /** Nothing was begun at all. */
  readonly isNewcomer: boolean;
}

export async function readHome(courses: CourseService, userId: Id): Promise<HomeView & { readonly first: FirstLesson | null }> {
  const home = await courses.home(userId);
  const next = home.courses.find(({ progress, lessonCount }) => progress === null && lessonCount > 0);
  if (home.resume !== null || next === undefined) return { ...home, first: null };
  const lesson = (await courses.overview(userId, next.course.id))?.lessons[0]?.lesson;
  if (lesson === undefined) return { ...home, first: null };
  return { ...home, first: { course: next.course, lesson, isNewcomer: home.courses.every(({ progress }) => progress === null) } };
}
