import type { Draft } from '../../db/models/draft.ts';
import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { Repositories } from '../../db/repositories.ts';
import { currentLesson } from '../core/progress/current-lesson.ts';
import { readCourses, summaryOf, type CourseReading } from './read-library.ts';
import { readStandings, resumeExercise } from './read-statuses.ts';
import type { CourseSummary, HomeView, ResumeView } from './views.ts';

export async function readHome(repositories: Repositories, userId: Id): Promise<HomeView> {
  const readings = await readCourses(repositories, userId);
  const drafted = await readNewestDraft(repositories, userId);
  const activeAt = ({ course, snapshot }: CourseReading): EpochMs =>
    Math.max(snapshot?.lastActivityAt ?? snapshot?.createdAt ?? 0, drafted?.courseId === course.id ? drafted.at : 0);
  const underWay = readings
    .filter((reading) => activeAt(reading) > 0 && reading.snapshot?.completionPercentage !== 100)
    .sort((a, b) => activeAt(b) - activeAt(a));
  const rest = readings.filter((reading) => !underWay.includes(reading));
  const [newest] = underWay;
  return {
    resume: newest === undefined ? null : await readResume(repositories, userId, newest, activeAt(newest)),
    courses: [...underWay, ...rest].map((reading) => withActivity(summaryOf(reading), activeAt(reading))),
  };
}

/** "2 days ago" means the same wherever home says it: what was done last, be it only typed or opened. */
function withActivity(summary: CourseSummary, at: EpochMs): CourseSummary {
  const { progress } = summary;
  return progress === null ? summary : { ...summary, progress: { ...progress, lastActivityAt: at } };
}

/** What was typed last may be newer than any answer. */
async function readNewestDraft(repositories: Repositories, userId: Id): Promise<{ courseId: Id; at: EpochMs } | null> {
  const [draft] = await repositories.drafts.getByUser(userId, 1);
  const exercise = draft === undefined ? null : await repositories.exercises.getById(draft.exerciseId);
  const lesson = exercise === null ? null : await repositories.lessons.getById(exercise.lessonId);
  return draft === undefined || lesson === null ? null : { courseId: lesson.courseId, at: draft.updatedAt };
}

async function readResume(
  repositories: Repositories,
  userId: Id,
  { course, lessons, snapshot }: CourseReading,
  at: EpochMs,
): Promise<ResumeView | null> {
  const done = snapshot?.completedLessonIds ?? [];
  const lesson = lessonToGoOnWith(lessons, snapshot?.currentLessonId ?? null, done);
  if (lesson === null) return null;
  const exercises = await repositories.exercises.getByLesson(lesson.id);
  const standings = await readStandings(repositories, userId, course.id, exercises);
  const exercise = resumeExercise(exercises, standings);
  const draft = standings.drafts.find((one) => one.exerciseId === exercise?.id);
  return {
    course,
    lesson,
    exerciseId: exercise?.id ?? null,
    exerciseIndex: exercise === null ? 0 : exercises.indexOf(exercise) + 1,
    exerciseCount: exercises.length,
    cursorLine: draft === undefined ? null : cursorLine(draft),
    at,
    percentage: snapshot?.completionPercentage ?? 0,
    lessonsDone: done.length,
    lessonCount: lessons.length,
    minutesLeft: lessons.reduce((sum, { id, estimatedMinutes }) => sum + (done.includes(id) ? 0 : estimatedMinutes), 0),
  };
}

/** The current lesson (R7) unless it is done by now: then the next unfinished one, else the first unfinished. */
function lessonToGoOnWith(lessons: readonly Lesson[], chosenId: Id | null, done: readonly Id[]): Lesson | null {
  const current = currentLesson(lessons, chosenId, done);
  if (current === null || !done.includes(current.id)) return current;
  const unfinished = lessons.filter(({ id }) => !done.includes(id));
  return unfinished.find(({ order }) => order > current.order) ?? unfinished[0] ?? current;
}

/** From 1; null where no cursor was kept. */
function cursorLine({ cursor, answer }: Draft): number | null {
  if (cursor === null) return null;
  const text =
    answer.type === 'FREE_FORM' ? answer.text : answer.type === 'CODE_COMPLETION' ? answer.files[cursor.file ?? ''] : null;
  return text === null || text === undefined ? null : text.slice(0, cursor.head).split('\n').length;
}
