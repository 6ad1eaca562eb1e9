import type { ExerciseSource } from './source/exercise-shapes.ts';
import type { CourseSource, FrontMatter } from './source/source-shapes.ts';
import type { CourseTexts, ExerciseTexts, HeadTexts } from './source/translation-shapes.ts';

/**
 * A course as its author thinks of it: what a folder of Markdown says, what a pack carries, what importers make and
 * exporters write. Plain data, checked; rows are made of it last (`toBundle`).
 */
export interface CourseDoc {
  readonly course: CourseSource;
  /** In the order of `course.lessons`, which names their folders. */
  readonly lessons: readonly LessonDoc[];
  /** By language tag, in the order of `course.languages`; absent where nothing is translated. */
  readonly translations?: { readonly [language: string]: Translation };
}

/** What is said in another language. What is missing is said in the course's own. */
export interface Translation {
  readonly course: CourseTexts;
  /** By folder. */
  readonly lessons: { readonly [folder: string]: LessonTexts };
}

export interface LessonTexts {
  readonly head: HeadTexts;
  /** Empty: it is not translated. */
  readonly content: string;
  readonly exercises: readonly ExerciseTexts[];
}

export interface LessonDoc {
  /** The name of its folder in `lessons/`. */
  readonly folder: string;
  readonly head: FrontMatter;
  /** Markdown without the exercises. */
  readonly content: string;
  readonly exercises: readonly ExerciseSource[];
}

/** Path inside the course's folder (`lessons/010-names/cup.svg`) → bytes. */
export type Assets = { readonly [path: string]: Uint8Array };
