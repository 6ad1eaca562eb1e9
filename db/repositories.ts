import type { HornbookDatabase } from './database.ts';
import { visible } from './integrity.ts';
import type { EpochMs, Id } from './models/ids.ts';
import type { ActivityRepository } from './repositories/activity-repository.ts';
import { createAttemptRepository } from './repositories/attempt-repository.ts';
import type { AttemptRepository } from './repositories/attempt-repository.ts';
import type { BookmarkRepository } from './repositories/bookmark-repository.ts';
import { createChatMessageRepository } from './repositories/chat-message-repository.ts';
import type { ChatMessageRepository } from './repositories/chat-message-repository.ts';
import { createCourseRepository } from './repositories/course-repository.ts';
import type { CourseRepository } from './repositories/course-repository.ts';
import { createDraftRepository } from './repositories/draft-repository.ts';
import type { DraftRepository } from './repositories/draft-repository.ts';
import type { Dumps } from './repositories/dumps.ts';
import type { Erasures } from './repositories/erasures.ts';
import { createExerciseRepository } from './repositories/exercise-repository.ts';
import type { ExerciseRepository } from './repositories/exercise-repository.ts';
import { createFactRepository } from './repositories/fact-repository.ts';
import type { FactRepository } from './repositories/fact-repository.ts';
import type { Inspection } from './repositories/inspection.ts';
import { createLessonRepository } from './repositories/lesson-repository.ts';
import type { LessonRepository } from './repositories/lesson-repository.ts';
import type { NoteRepository } from './repositories/note-repository.ts';
import type { PackRepository } from './repositories/pack-repository.ts';
import { createProgressRepository } from './repositories/progress-repository.ts';
import type { ProgressRepository } from './repositories/progress-repository.ts';
import type { ReviewRepository } from './repositories/review-repository.ts';
import type { SearchPartRepository } from './repositories/search-part-repository.ts';
import { createSettingRepository } from './repositories/setting-repository.ts';
import type { SettingRepository } from './repositories/setting-repository.ts';
import { createTombstoneRepository } from './repositories/tombstone-repository.ts';
import type { TombstoneRepository } from './repositories/tombstone-repository.ts';
import { createUserRepository } from './repositories/user-repository.ts';
import type { UserRepository } from './repositories/user-repository.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';
import { createSession, type AnyTable, type OnCommitted, type Session } from './transaction.ts';
import { SCHEMA_VERSION } from './versions/current.ts';
import type { AnyRow } from './versions/version.ts';

export type { Dumps };
export type RowCounts = { readonly [T in TableName]: number };

/** All that the rest of the app knows of the database. What is refused is thrown as a DatabaseError. */
export interface Repositories {
  readonly users: UserRepository;
  readonly courses: CourseRepository;
  readonly lessons: LessonRepository;
  readonly exercises: ExerciseRepository;
  readonly attempts: AttemptRepository;
  readonly progress: ProgressRepository;
  readonly chat: ChatMessageRepository;
  readonly facts: FactRepository;
  readonly drafts: DraftRepository;
  readonly settings: SettingRepository;
  readonly tombstones: TombstoneRepository;
  /**
   * Rows in bulk, for backups and repairs; and what deletes them for good. Their code is fetched when asked for, since
   * no screen needs it to come up: ask before a transaction opens.
   */
  dumps(): Promise<Dumps>;
  erasures(): Promise<Erasures>;
  packs(): Promise<PackRepository>;
  /** What no home screen reads: asked for before a transaction, or a live query, begins. */
  reviews(): Promise<ReviewRepository>;
  notes(): Promise<NoteRepository>;
  bookmarks(): Promise<BookmarkRepository>;
  activity(): Promise<ActivityRepository>;
  searchParts(): Promise<SearchPartRepository>;
  /** Every row in slices, sound or not: fetched when asked for, as above. */
  inspection(): Promise<Inspection>;
  /** How many writes these repositories have tried so far: while it stays, nothing has changed through them. */
  writes(): number;
  /** How many rows each table holds, removed ones included. */
  count(): Promise<RowCounts>;
  /** Rows of any table by id, in the order of the ids; null where there is none. */
  lookUp(table: TableName, ids: readonly Id[]): Promise<(AnyRow | null)[]>;
  /** The schema version that this app writes; a backup carries it. */
  readonly schemaVersion: number;
  /**
   * All that `work` writes stays, or none of it. A nested call joins the transaction around it, whose tables must
   * include its own (the tables that these refer to are included by themselves). Await nothing but repositories in
   * it: IndexedDB commits a transaction that waits on anything else. A refusal inside aborts all of it, caught or not.
   */
  transact<T>(tables: readonly AnyTable[] | 'all', work: () => Promise<T>): Promise<T>;
  /** Reads that must agree with each other: one transaction that cannot write. */
  read<T>(tables: readonly AnyTable[] | 'all', work: () => Promise<T>): Promise<T>;
}

export interface RepositoriesOptions {
  readonly now?: () => EpochMs;
  /** Awaited before any write is acknowledged: a journal's hook. */
  readonly onCommitted?: OnCommitted;
}

export function createRepositories(db: HornbookDatabase, { now, onCommitted }: RepositoriesOptions = {}): Repositories {
  const session = createSession(db, now ?? Date.now, onCommitted);
  return {
    users: createUserRepository(session),
    courses: createCourseRepository(session),
    lessons: createLessonRepository(session),
    exercises: createExerciseRepository(session),
    attempts: createAttemptRepository(session),
    progress: createProgressRepository(session),
    chat: createChatMessageRepository(session),
    facts: createFactRepository(session),
    drafts: createDraftRepository(session),
    settings: createSettingRepository(session),
    tombstones: createTombstoneRepository(session),
    dumps: async () => (await import('./repositories/dumps.ts')).createDumps(session),
    erasures: async () => (await import('./repositories/erasures.ts')).createErasures(session),
    packs: async () => (await import('./repositories/pack-repository.ts')).createPackRepository(session),
    reviews: async () => (await import('./repositories/review-repository.ts')).createReviewRepository(session),
    notes: async () => (await import('./repositories/note-repository.ts')).createNoteRepository(session),
    bookmarks: async () => (await import('./repositories/bookmark-repository.ts')).createBookmarkRepository(session),
    activity: async () => (await import('./repositories/activity-repository.ts')).createActivityRepository(session),
    searchParts: async () => (await import('./repositories/search-part-repository.ts')).createSearchPartRepository(session),
    inspection: async () => (await import('./repositories/inspection.ts')).createInspection(session),
    writes: session.writes,
    count: () => countRows(session),
    lookUp: (table, ids) =>
      session.query(async () => {
        const rows = await session.db.rows(table).bulkGet([...ids]);
        return rows.map((row) => (row === undefined ? null : (visible(row) as unknown as AnyRow)));
      }),
    schemaVersion: SCHEMA_VERSION,
    transact: (tables, work) => session.write(tables, work),
    read: (tables, work) => session.read(tables, work),
  };
}

const countRows = (session: Session): Promise<RowCounts> =>
  session.read('all', async () => {
    const counts = await Promise.all(TABLE_NAMES.map((table) => session.db.rows(table).count()));
    return Object.fromEntries(TABLE_NAMES.map((table, i) => [table, counts[i]])) as RowCounts;
  });
