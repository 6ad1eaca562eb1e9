import type { Bookmark } from './models/bookmark.ts';
import type { ChatMessage } from './models/chat-message.ts';
import type { Course } from './models/course.ts';
import type { Draft } from './models/draft.ts';
import type { ExerciseAttempt } from './models/exercise-attempt.ts';
import type { Exercise } from './models/exercise.ts';
import type { Id } from './models/ids.ts';
import type { LearningFact } from './models/learning-fact.ts';
import type { Lesson } from './models/lesson.ts';
import type { Note } from './models/note.ts';
import type { ProgressSnapshot } from './models/progress-snapshot.ts';
import type { ReviewCard } from './models/review-card.ts';
import type { ReviewLog } from './models/review-log.ts';
import type { Setting } from './models/setting.ts';
import type { Tombstone } from './models/tombstone.ts';
import type { User } from './models/user.ts';

export interface Tables {
  users: User;
  courses: Course;
  lessons: Lesson;
  exercises: Exercise;
  exerciseAttempts: ExerciseAttempt;
  progressSnapshots: ProgressSnapshot;
  chatMessages: ChatMessage;
  learningFacts: LearningFact;
  drafts: Draft;
  reviewCards: ReviewCard;
  reviewLogs: ReviewLog;
  notes: Note;
  bookmarks: Bookmark;
  settings: Setting;
  tombstones: Tombstone;
}
export type TableName = keyof Tables;

/** A table stands behind the tables that it refers to: rows restored in this order find what they hang on. */
export const TABLE_NAMES = [
  'users',
  'courses',
  'lessons',
  'exercises',
  'exerciseAttempts',
  'progressSnapshots',
  'chatMessages',
  'learningFacts',
  'drafts',
  'reviewCards',
  'reviewLogs',
  'notes',
  'bookmarks',
  'settings',
  'tombstones',
] as const satisfies readonly TableName[];

/** What came with packs and can be read again from them: no backup holds it, and nothing of a learner's refers to it. */
export const PACK_TABLES = ['packs', 'packFiles', 'packAssets'] as const;
/** Made of other rows, and made anew when in doubt: no backup holds them either. */
export const DERIVED_TABLES = ['activityDays', 'searchParts'] as const;
export type OtherTable = (typeof PACK_TABLES)[number] | (typeof DERIVED_TABLES)[number];

/** A pack's file. */
export interface PackFileRow {
  readonly id: Id;
  readonly packId: Id;
  readonly hash: string;
  readonly bytes: Uint8Array;
}
/** A picture of a lesson. */
export interface PackAssetRow {
  readonly id: Id;
  readonly packId: Id;
  readonly lessonId: Id;
  /** As the lesson's text names it. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Rows by table, as a backup or an erasure holds them. */
export type Dump = { readonly [T in TableName]?: readonly Tables[T][] };

/** What is stored beside a row's own fields for the sake of look-ups, and never returned. */
export interface Hidden {
  /** The e-mail with letter case and Unicode form folded; absent where there is none, so that the index skips it. */
  readonly emailKey?: string;
  /** 1: not removed; of a card: not suspended. Neither null nor a boolean can be indexed. */
  readonly isLive?: 0 | 1;
  /** The lesson of an exercise that is no variant: what is absent is in no index. */
  readonly listedIn?: Id;
  /** What isActive or isPublished was when the row was removed, so that restoring undoes it exactly. */
  readonly wasOn?: boolean;
}
export type Stored<R> = R & Hidden;
