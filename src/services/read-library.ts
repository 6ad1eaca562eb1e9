import type { Course } from '../../db/models/course.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { TableName } from '../../db/tables.ts';
import type { CourseStanding, CourseSummary } from './views.ts';

/** What the read models look at. */
export const VIEW_TABLES = [
  'courses',
  'lessons',
  'exercises',
  'exerciseAttempts',
  'learningFacts',
  'progressSnapshots',
  'drafts',
] as const satisfies readonly TableName[];

/** A course with its published lessons and the learner's snapshot. */
export interface CourseReading {
  readonly course: Course;
  readonly lessons: readonly Lesson[];
  readonly exerciseCount: number;
  readonly snapshot: ProgressSnapshot | null;
}

export async function readCourses(repositories: Repositories, userId: Id): Promise<CourseReading[]> {
  const courses = await repositories.courses.getAll({ publishedOnly: true });
  const readings: CourseReading[] = [];
  for (const course of courses) readings.push(await readCourse(repositories, userId, course));
  return readings;
}

export async function readCourse(repositories: Repositories, userId: Id, course: Course): Promise<CourseReading> {
  const snapshot = await repositories.progress.getUserProgress(userId, course.id);
  const lessons = await repositories.lessons.getByCourse(course.id, { publishedOnly: true });
  const exerciseCount = await repositories.exercises.countByLessons(lessons.map((lesson) => lesson.id));
  return { course, lessons, exerciseCount, snapshot };
}

export const summaryOf = ({ course, lessons, exerciseCount, snapshot }: CourseReading): CourseSummary => ({
  course,
  lessonCount: lessons.length,
  minutes: lessons.reduce((sum, lesson) => sum + lesson.estimatedMinutes, 0),
  exerciseCount,
  progress: snapshot === null ? null : standingOf(snapshot),
});

const standingOf = (snapshot: ProgressSnapshot): CourseStanding => ({
  percentage: snapshot.completionPercentage,
  lessonsDone: snapshot.completedLessonIds.length,
  exercisesDone: snapshot.completedExerciseIds.length,
  lastActivityAt: snapshot.lastActivityAt,
});
