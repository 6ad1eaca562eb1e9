import { ForeignKeyViolation, NotFound } from '../errors.ts';
import { deleteRows, visible } from '../integrity.ts';
import type { Exercise } from '../models/exercise.ts';
import type { Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import type { Stored } from '../tables.ts';
import type { Session } from '../transaction.ts';
import { MAX, MIN, readStretches, spansOf, startingWith, stretchesOf } from '../ranges.ts';
import { changeRow, insertOne, putMany } from './writing.ts';

const DEFAULTS = { explanation: '', hints: [], points: 1, isRequired: true, rev: 1, objectives: [], variantOf: null };

type WithDefaults<R, K extends PropertyKey> = R extends unknown ? Omit<R, K> & { [P in K & keyof R]?: R[P] } : never;
export type NewExercise = WithDefaults<New<Exercise>, keyof typeof DEFAULTS>;
/** What an author changes without touching what is asked. */
export type ExercisePatch = Partial<
  Pick<Exercise, 'lessonId' | 'difficulty' | 'prompt' | 'explanation' | 'hints' | 'points' | 'order' | 'isRequired' | 'rev'>
>;

export type ExerciseOutline = Pick<Exercise, 'id' | 'lessonId' | 'type' | 'order' | 'isRequired' | 'objectives' | 'variantOf'>;
export interface OutlineOptions {
  readonly includeVariants?: boolean;
}

/** A variant is in no list of its lesson, and in no count, unless asked for. */
export interface ExerciseRepository {
  getById(id: Id): Promise<Exercise | null>;
  /** In the order of the ids; what is not there is left out. */
  getMany(ids: readonly Id[]): Promise<Exercise[]>;
  /** By order. */
  getByLesson(lessonId: Id): Promise<Exercise[]>;
  /** Lesson after lesson, each by order. */
  getByLessons(lessonIds: readonly Id[]): Promise<Exercise[]>;
  /** The same, but what is asked and how it is graded: of a very large course all fit in little memory. */
  getOutlines(lessonIds: readonly Id[], options?: OutlineOptions): Promise<ExerciseOutline[]>;
  /** Those that ask this one again in other words, by order. */
  getVariants(exerciseId: Id): Promise<Exercise[]>;
  countByLessons(lessonIds: readonly Id[]): Promise<number>;
  create(exercise: NewExercise): Promise<Exercise>;
  update(id: Id, patch: ExercisePatch): Promise<Exercise>;
  /** Writes all or none, in place by id (R2, R6). */
  upsertMany(exercises: readonly New<Exercise>[]): Promise<Exercise[]>;
  /** Throws ForeignKeyViolation where an attempt, fact, draft, message, card or bookmark hangs on it: history never goes (R6). */
  remove(id: Id): Promise<void>;
}

/** The exercises that a lesson asks: a variant has no `listedIn`, and so no place in it. */
const LISTED = '[listedIn+order]';

/** Of so many lessons the exercises are read at once. */
const LESSONS_AT_ONCE = 50;

export function createExerciseRepository(session: Session): ExerciseRepository {
  const exercises = session.db.rows('exercises');
  const ofLesson = async (lessonId: Id): Promise<Exercise[]> =>
    (await exercises.where(LISTED).between(...startingWith(lessonId)).toArray()).map(visible<Exercise>);
  /** Lessons with no other between them: what hangs on them lies together in the index. */
  const together = async (lessonIds: readonly Id[], atMost: number): Promise<Id[][]> => {
    const wanted = new Set(lessonIds);
    const cuts = new Set<Id>();
    for (const [first, last] of spansOf(lessonIds).spans) {
      if (first === last) continue;
      const there = await session.db.rows('lessons').where('id').between(first, last, true, true).primaryKeys();
      for (const [i, id] of there.entries()) if (i > 0 && !wanted.has(there[i - 1] ?? '')) cuts.add(id);
    }
    return stretchesOf(lessonIds, atMost, (id) => cuts.has(id));
  };
  const between = (index: string, first: Id, last: Id) => exercises.where(index).between([first, MIN], [last, MAX]);
  const ofLessons = async <R extends ExerciseOutline>(index: string, lessonIds: readonly Id[], shown: (row: Stored<Exercise>) => R): Promise<R[]> => {
    const stretches = await together(lessonIds, LESSONS_AT_ONCE);
    return readStretches(lessonIds, stretches, ({ lessonId }) => lessonId, async (first, last) => (await between(index, first, last).toArray()).map(shown));
  };
  const history = ['exerciseAttempts', 'learningFacts', 'drafts', 'chatMessages', 'reviewCards', 'bookmarks'] as const;

  return {
    getById: (id) =>
      session.query(async () => {
        const row = await exercises.get(id);
        return row === undefined ? null : visible<Exercise>(row);
      }),
    getMany: (ids) =>
      session.query(async () => {
        const rows = await exercises.bulkGet([...ids]);
        return rows.filter((row) => row !== undefined).map(visible<Exercise>);
      }),
    getByLesson: (lessonId) => session.query(() => ofLesson(lessonId)),
    getByLessons: (lessonIds) => session.query(() => ofLessons(LISTED, lessonIds, visible<Exercise>)),
    getOutlines: (lessonIds, { includeVariants = false } = {}) => session.query(() => ofLessons(includeVariants ? '[lessonId+order]' : LISTED, lessonIds, outline)),
    getVariants: (exerciseId) =>
      session.query(async () => (await exercises.where('variantOf').equals(exerciseId).sortBy('order')).map(visible<Exercise>)),
    countByLessons: (lessonIds) =>
      session.query(async () => {
        let count = 0;
        for (const stretch of await together(lessonIds, Infinity)) count += await between(LISTED, stretch[0] ?? '', stretch.at(-1) ?? '').count();
        return count;
      }),
    create: (exercise) => insertOne(session, 'exercises', { ...DEFAULTS, ...exercise }),
    update: (id, patch) => changeRow(session, 'exercises', id, (exercise) => ({ ...exercise, ...patch })),
    upsertMany: (rows) => putMany(session, 'exercises', rows),
    remove: (id) =>
      session.write(['exercises', ...history], async () => {
        if ((await exercises.get(id)) === undefined) throw new NotFound('exercises', id);
        for (const table of history) {
          const hanging = await session.db.rows(table).where('exerciseId').equals(id).first();
          if (hanging !== undefined)
            throw new ForeignKeyViolation(table, 'exerciseId', id, hanging.id, 'still hangs on the row to remove');
        }
        await deleteRows(session, 'exercises', [id]);
      }),
  };
}

const outline = ({ id, lessonId, type, order, isRequired, objectives, variantOf }: Stored<Exercise>): ExerciseOutline => ({
  ...{ id, lessonId, type, order, isRequired, objectives, variantOf },
});
