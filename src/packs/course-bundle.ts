import type { Course } from '../../db/models/course.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { New } from '../../db/models/row.ts';

/**
 * One version of one course, ready to be installed: plain rows that survive JSON, lessons and exercises in order.
 * The course's id is the pack's; every other id is `contentId(packId, firstName)`: what its author called it at first.
 */
export interface CourseBundle {
  readonly packId: string;
  /** As the author wrote it, `major.minor.patch`. */
  readonly version: string;
  readonly course: New<Course>;
  readonly lessons: readonly New<Lesson>[];
  readonly exercises: readonly New<Exercise>[];
  /** Of a course that comes with the app: its pictures, as `lesson id/path`, each with the SHA-256 of its bytes. */
  readonly pictures?: { readonly [place: string]: string };
}

/** A course that comes with the app, known by its mark before any of it is loaded. */
export interface BundledCourse {
  readonly packId: string;
  /** `bundleMark` of what `load` gives. */
  readonly mark: string;
  readonly load: () => Promise<CourseBundle>;
}

/** What the source says beyond the rows. */
export interface ParsedCourse extends CourseBundle {
  readonly credits: {
    readonly authors: readonly string[];
    /** SPDX identifiers, of the text and of the code apart. */
    readonly licence: { readonly text: string; readonly code: string };
  };
}
