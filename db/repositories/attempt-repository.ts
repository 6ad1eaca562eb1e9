import type { ExerciseAttempt } from '../models/exercise-attempt.ts';
import type { Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import type { Session } from '../transaction.ts';
import { MAX, MIN, readStretches, startingWith, stretchesOf } from './ranges.ts';
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

/** Of so many exercises the attempts are read at once. */
const EXERCISES_AT_ONCE = 200;

export function createAttemptRepository(session: Session): AttemptRepository {
  const attempts = session.db.rows('exerciseAttempts');
  const of = (userId: Id, exerciseId: Id) =>
    attempts.where('[userId+exerciseId+createdAt]').between(...startingWith(userId, exerciseId));

  return {
    create: (attempt) => insertOne(session, 'exerciseAttempts', { ...DEFAULTS, ...attempt }),
    getById: (id) => session.query(async () => (await attempts.get(id)) ?? null),
    getByExercise: (userId, exerciseId) => session.query(() => of(userId, exerciseId).toArray()),
    getByExercises: (userId, exerciseIds) =>
      session.query(() =>
        readStretches(exerciseIds, stretchesOf(exerciseIds, EXERCISES_AT_ONCE), ({ exerciseId }) => exerciseId, (first, last) =>
          attempts.where('[userId+exerciseId+createdAt]').between([userId, first, MIN], [userId, last, MAX]).toArray(),
        ),
      ),
    getRecent: (userId, limit) =>
      session.query(() =>
        attempts.where('[userId+createdAt]').between(...startingWith(userId)).reverse().limit(limit).toArray(),
      ),
    countByExercise: (userId, exerciseId) => session.query(() => of(userId, exerciseId).count()),
  };
}
