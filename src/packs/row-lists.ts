import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { New } from '../../db/models/row.ts';
import type { CourseBundle } from './course-bundle.ts';

/**
 * Rows that can be had list by list, in their order, again and again. Of a very large course, all of them at once would
 * stop the page whenever garbage is collected.
 */
export interface RowLists<R> {
  readonly ids: readonly Id[];
  lists(): Iterable<readonly R[]>;
}

/** A course on its way into the database. */
export interface CourseRows extends Omit<CourseBundle, 'lessons' | 'exercises'> {
  readonly lessons: RowLists<New<Lesson>>;
  readonly exercises: RowLists<New<Exercise>>;
}

/** So many rows are read, checked and written at a time that a frame is never missed. */
export const ROWS_AT_ONCE = 200;

export const slicesOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, i) => rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE));

export const rowsOf = ({ lessons, exercises, ...head }: CourseBundle): CourseRows => ({ ...head, lessons: listsOf(lessons), exercises: listsOf(exercises) });

const listsOf = <R extends { readonly id: Id }>(rows: readonly R[]): RowLists<R> => ({ ids: rows.map(({ id }) => id), lists: () => slicesOf(rows) });

/** Lists that are kept as JSON until they are asked for: a text is one thing to remember, where its rows are thousands. */
export class TextLists<R> implements RowLists<R> {
  readonly ids: Id[] = [];
  readonly #texts: string[] = [];

  add({ ids, text }: RowText): void {
    for (const id of ids) this.ids.push(id);
    this.#texts.push(text);
  }

  *lists(): Generator<readonly R[]> {
    for (const text of this.#texts) yield JSON.parse(text) as R[];
  }
}

/** One list of rows, and whose they are. */
export interface RowText {
  readonly ids: readonly Id[];
  readonly text: string;
}

export const bundleOf = ({ lessons, exercises, ...head }: CourseRows): CourseBundle => ({
  ...head,
  lessons: [...lessons.lists()].flat(),
  exercises: [...exercises.lists()].flat(),
});
