import type { Course } from '../../db/models/course.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';

/** A row as its maker gives it: the data layer adds the timestamps. Keeps a union a union. */
export type Unstamped<T> = T extends unknown ? Omit<T, 'createdAt' | 'updatedAt' | 'deletedAt'> : never;

/**
 * One version of one course, ready to be installed: plain rows that survive JSON, lessons and exercises in order.
 * The course's id is the pack's; every other id is `contentId(packId, authorId)`.
 */
export interface CourseBundle {
  readonly packId: string;
  /** As the author wrote it, `major.minor.patch`. */
  readonly version: string;
  readonly course: Unstamped<Course>;
  readonly lessons: readonly Unstamped<Lesson>[];
  readonly exercises: readonly Unstamped<Exercise>[];
}

/** What the source says beyond the rows: no table holds it yet, and it is not thrown away. */
export interface ParsedCourse extends CourseBundle {
  readonly credits: {
    readonly authors: readonly string[];
    /** SPDX identifiers, of the text and of the code apart. */
    readonly licence: { readonly text: string; readonly code: string };
  };
  /** By lesson id: what the learner can do afterwards. */
  readonly objectives: { readonly [lessonId: Id]: readonly string[] };
}
