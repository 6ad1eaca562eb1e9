import type { ExerciseAttempt } from '../models/exercise-attempt.ts';
import type { Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import type { Session } from '../transaction.ts';
import { inOrderOf, MAX, MIN, readPages, spansOf, startingWith } from '../ranges.ts';
import { insertOne } from './writing.ts';

const DEFAULTS = { testResults: [], hintsUsed: 0, solutionRevealed: false, activeMs: 0, mode: 'LESSON', exerciseRev: 1 } as const;

export type NewAttempt = Omit<New<ExerciseAttempt>, keyof typeof DEFAULTS> &
  Partial<Pick<New<ExerciseAttempt>, keyof typeof DEFAULTS>>;

/** Attempts are never changed, and disappear only when the learner or their history is erased (R5, R6). */
export interface AttemptRepository {
  create(attempt: NewAttempt): Promise<ExerciseAttempt>;
  getById(id: Id): Promise<ExerciseAttempt | null>;
  /** Oldest first, so that an attempt's number is its place in the list. */
  getByExercise(userId: Id, exerciseId: Id): Promise<ExerciseAttempt[]>;
  /** Exercise after exercise, each oldest first. */
  getByExercises(userId: Id, exerciseIds: readonly Id[]): Promise<ExerciseAttempt[]>;
  /** Newest first. */
  getRecent(userId: Id, limit: number): Promise<ExerciseAttempt[]>;
  countByExercise(userId: Id, exerciseId: Id): Promise<number>;
}

/** Exercises of which each is asked for by itself; of more, whatever the learner did between the first and the last of a pack is read. */
const MANY = 100;

export function createAttemptRepository(session: Session): AttemptRepository {
  const attempts = session.db.rows('exerciseAttempts');
  const of = (userId: Id, exerciseId: Id) =>
    attempts.where('[userId+exerciseId+createdAt]').between(...startingWith(userId, exerciseId));

  const ofEach = async (userId: Id, ids: readonly Id[]): Promise<ExerciseAttempt[]> => (await Promise.all(ids.map((id) => of(userId, id).toArray()))).flat();
  const ofSpan = (userId: Id, first: Id, last: Id): Promise<ExerciseAttempt[]> =>
    readPages<ExerciseAttempt>(
      [userId, first, MIN],
      ({ exerciseId, createdAt }) => [userId, exerciseId, createdAt],
      (from, limit) => attempts.where('[userId+exerciseId+createdAt]').between(from, [userId, last, MAX]).limit(limit).toArray(),
    );
  const ofMany = async (userId: Id, ids: readonly Id[]): Promise<ExerciseAttempt[]> => {
    const { spans, single } = spansOf(ids);
    const rows = await ofEach(userId, single);
    for (const [first, last] of spans) rows.push(...(await ofSpan(userId, first, last)));
    return inOrderOf(ids, rows, ({ exerciseId }) => exerciseId);
  };

  return {
    create: (attempt) => insertOne(session, 'exerciseAttempts', { ...DEFAULTS, ...attempt }),
    getById: (id) => session.query(async () => (await attempts.get(id)) ?? null),
    getByExercise: (userId, exerciseId) => session.query(() => of(userId, exerciseId).toArray()),
    getByExercises: (userId, exerciseIds) =>
      session.query(() => (exerciseIds.length > MANY ? ofMany : ofEach)(userId, exerciseIds)),
    getRecent: (userId, limit) =>
      session.query(() =>
        attempts.where('[userId+createdAt]').between(...startingWith(userId)).reverse().limit(limit).toArray(),
      ),
    countByExercise: (userId, exerciseId) => session.query(() => of(userId, exerciseId).count()),
  };
}
