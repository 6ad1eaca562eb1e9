import type { Course } from '../../db/models/course.ts';
import type { ExerciseStatus, ExerciseType } from '../../db/models/enums.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';

/** Read models: what a screen needs, read in one consistent transaction; made for live queries. */

export interface CourseSummary {
  readonly course: Course;
  readonly lessonCount: number;
  readonly minutes: number;
  readonly exerciseCount: number;
  /** null: the learner never began. */
  readonly progress: CourseStanding | null;
}

export interface CourseStanding {
  /** 0–100 (R8). */
  readonly percentage: number;
  readonly lessonsDone: number;
  readonly exercisesDone: number;
  readonly lastActivityAt: EpochMs | null;
}

export interface ExerciseMark {
  readonly id: Id;
  readonly type: ExerciseType;
  readonly status: ExerciseStatus;
}

export interface CourseOverview {
  readonly summary: CourseSummary;
  readonly currentLessonId: Id | null;
  readonly lessons: readonly { readonly lesson: Lesson; readonly isDone: boolean; readonly exercises: readonly ExerciseMark[] }[];
}

export interface LessonEntry {
  readonly id: Id;
  readonly title: string;
  readonly isDone: boolean;
}

export interface LessonView {
  readonly course: Course;
  readonly lesson: Lesson;
  /** In the author's order. */
  readonly exercises: readonly Exercise[];
  readonly statuses: Readonly<Record<Id, ExerciseStatus>>;
  readonly isDone: boolean;
  /** The table of contents. */
  readonly lessons: readonly LessonEntry[];
  readonly previousLessonId: Id | null;
  readonly nextLessonId: Id | null;
  /** Where to go on: the newest draft's exercise if unfinished, else the first unfinished; null when all are done. */
  readonly resumeExerciseId: Id | null;
}

export interface ResumeView {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly exerciseId: Id | null;
  /** From 1; 0 for a lesson without exercises. */
  readonly exerciseIndex: number;
  readonly exerciseCount: number;
  /** The line of the cursor in the draft, from 1; null without a draft or cursor. */
  readonly cursorLine: number | null;
  /** When the learner was last active in this course. */
  readonly at: EpochMs | null;
  /** 0–100 (R8). */
  readonly percentage: number;
  readonly lessonsDone: number;
  readonly lessonCount: number;
  /** Of the lessons not done yet, by the author's estimate. */
  readonly minutesLeft: number;
}

export interface HomeView {
  /** null when nothing was begun, or all that was begun is finished. */
  readonly resume: ResumeView | null;
  /** Those in progress first, the most recently active ahead. */
  readonly courses: readonly CourseSummary[];
}
