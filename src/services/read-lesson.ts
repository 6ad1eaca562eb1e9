import type { Id } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import { groupBy } from '../core/group-by.ts';
import { currentLesson } from '../core/progress/current-lesson.ts';
import { readCourse, summaryOf } from './read-library.ts';
import { readStandings, resumeExercise } from './read-statuses.ts';
import type { CourseOverview, LessonView } from './views.ts';

/** null where the course is not there, removed or unpublished. */
export async function readOverview(repositories: Repositories, userId: Id, courseId: Id): Promise<CourseOverview | null> {
  const course = await repositories.courses.getById(courseId);
  if (course?.isPublished !== true) return null;
  const reading = await readCourse(repositories, userId, course);
  const { lessons, snapshot } = reading;
  const exercises = await repositories.exercises.getOutlines(lessons.map((lesson) => lesson.id));
  const { statusOf } = await readStandings(repositories, userId, courseId, exercises);
  const done = snapshot?.completedLessonIds ?? [];
  const isDone = new Set(done);
  const byLesson = groupBy(exercises, (exercise) => exercise.lessonId);
  return {
    summary: summaryOf(reading),
    currentLessonId: currentLesson(lessons, snapshot?.currentLessonId ?? null, done)?.id ?? null,
    lessons: lessons.map((lesson) => ({
      lesson,
      isDone: isDone.has(lesson.id),
      // Told when asked for: of a very large course, a screen shows some lessons.
      get exercises() {
        return (byLesson.get(lesson.id) ?? []).map(({ id, type }) => ({ id, type, status: statusOf(id) }));
      },
    })),
  };
}

/** null where the lesson or its course is not there, removed or unpublished. */
export async function readLesson(repositories: Repositories, userId: Id, lessonId: Id): Promise<LessonView | null> {
  const lesson = await repositories.lessons.getById(lessonId);
  const course = lesson?.isPublished === true ? await repositories.courses.getById(lesson.courseId) : null;
  if (lesson === null || course?.isPublished !== true) return null;
  const exercises = await repositories.exercises.getByLesson(lessonId);
  const standings = await readStandings(repositories, userId, course.id, exercises);
  const done = new Set((await repositories.progress.getUserProgress(userId, course.id))?.completedLessonIds);
  const lessons = await repositories.lessons.getByCourse(course.id, { publishedOnly: true });
  const place = lessons.findIndex(({ id }) => id === lessonId);
  return {
    course,
    lesson,
    exercises,
    statuses: Object.fromEntries(exercises.map(({ id }) => [id, standings.statusOf(id)])),
    isDone: done.has(lessonId),
    lessons: lessons.map(({ id, title }) => ({ id, title, isDone: done.has(id) })),
    previousLessonId: lessons[place - 1]?.id ?? null,
    nextLessonId: lessons[place + 1]?.id ?? null,
    resumeExerciseId: resumeExercise(exercises, standings)?.id ?? null,
  };
}
