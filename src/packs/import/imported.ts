import type * as v from 'valibot';
import type { exerciseShape } from '../source/exercise-shapes.ts';

/**
 * What an importer makes of one file of another format: the questions in the words of our own source format, and one
 * line for each item found, whatever became of it. Importers are pure functions from text or bytes to this; ids, folders
 * and the check against our own rules are `assemble`'s.
 */
export interface ImportedFile {
  /** As the file names itself; null where it does not. */
  readonly title: string | null;
  /** An SPDX identifier, where the file names its licence. */
  readonly licence: string | null;
  readonly lessons: readonly ImportedLesson[];
}

/** A category, a section, a deck, a page: what the format groups by. A file without groups is one of these. */
export interface ImportedLesson {
  /** Empty where the group has no name. */
  readonly title: string;
  /** Markdown to read before the exercises; empty where the format has none. */
  readonly content: string;
  readonly items: readonly ImportedItem[];
  /** Pictures that the Markdown of this lesson names: the path it uses → bytes. */
  readonly assets: { readonly [path: string]: Uint8Array };
}

export interface ImportedItem {
  /** The item's own id in its file; null where it has none. */
  readonly sourceId: string | null;
  /** Its name, else the beginning of its words: for the report. */
  readonly title: string;
  /** The type by the name that its own format has for it (`multichoice`, `choiceInteraction`). */
  readonly kind: string;
  /** `degraded`: taken, and something of it lost; `skipped`: not taken. */
  readonly status: 'imported' | 'degraded' | 'skipped';
  /** What was lost, or why it was not taken, in plain words that an author understands; empty when `imported`. */
  readonly reason: string;
  /** null when `skipped`, and where the item is words of the lesson and asks nothing. */
  readonly exercise: ImportedExercise | null;
}

/** An exercise as an author may write it, its id left to `assemble`. */
export type ImportedExercise = WithoutId<v.InferInput<typeof exerciseShape>>;
/** Branch by branch, or the types would run into one. */
type WithoutId<E> = E extends unknown ? Omit<E, 'id' | 'rev' | 'source'> : never;
