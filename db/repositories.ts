import type { HornbookDatabase } from './database.ts';
import type { EpochMs } from './models/ids.ts';
import { createAttemptRepository } from './repositories/attempt-repository.ts';
import type { AttemptRepository } from './repositories/attempt-repository.ts';
import { createChatMessageRepository } from './repositories/chat-message-repository.ts';
import type { ChatMessageRepository } from './repositories/chat-message-repository.ts';
import { createCourseRepository } from './repositories/course-repository.ts';
import type { CourseRepository } from './repositories/course-repository.ts';
import { createDraftRepository } from './repositories/draft-repository.ts';
import type { DraftRepository } from './repositories/draft-repository.ts';
import { createDumps } from './repositories/dumps.ts';
import type { Dumps } from './repositories/dumps.ts';
import { createExerciseRepository } from './repositories/exercise-repository.ts';
import type { ExerciseRepository } from './repositories/exercise-repository.ts';
import { createFactRepository } from './repositories/fact-repository.ts';
import type { FactRepository } from './repositories/fact-repository.ts';
import { createLessonRepository } from './repositories/lesson-repository.ts';
import type { LessonRepository } from './repositories/lesson-repository.ts';
import { createProgressRepository } from './repositories/progress-repository.ts';
import type { ProgressRepository } from './repositories/progress-repository.ts';
import { createSettingRepository } from './repositories/setting-repository.ts';
import type { SettingRepository } from './repositories/setting-repository.ts';
import { createTombstoneRepository } from './repositories/tombstone-repository.ts';
import type { TombstoneRepository } from './repositories/tombstone-repository.ts';
import { createUserRepository } from './repositories/user-repository.ts';
import type { UserRepository } from './repositories/user-repository.ts';
import type { TableName } from './tables.ts';
import { createSession, type OnCommitted } from './transaction.ts';
import { SCHEMA_VERSION } from './versions/all.ts';

/** All that the rest of the app knows of the database. What is refused is thrown as a DatabaseError. */
export interface Repositories extends Dumps {
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
  /** The schema version that this app writes; a backup carries it. */
  readonly schemaVersion: number;
  /**
   * All that `work` writes stays, or none of it. A nested call joins the transaction around it, whose tables must
   * include its own (the tables that these refer to are included by themselves). Await nothing but repositories in
   * it: IndexedDB commits a transaction that waits on anything else. A refusal inside aborts all of it, caught or not.
   */
  transact<T>(tables: readonly TableName[] | 'all', work: () => Promise<T>): Promise<T>;
  /** Reads that must agree with each other: one transaction that cannot write. */
  read<T>(tables: readonly TableName[] | 'all', work: () => Promise<T>): Promise<T>;
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
    ...createDumps(session),
    schemaVersion: SCHEMA_VERSION,
    transact: (tables, work) => session.write(tables, work),
    read: (tables, work) => session.read(tables, work),
  };
}
