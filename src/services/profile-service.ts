import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { User } from '../../db/models/user.ts';
import type { Result } from '../core/result.ts';
import type { WriteFailure } from './failures.ts';

export type NameProblem = { readonly type: 'NameMissing' } | { readonly type: 'NameTooLong'; readonly limit: number };

/** What an erasure leaves behind (R5): the way back until the next start, and the files that still hold the data. */
export interface Erasure {
  undo(): Promise<void>;
  readonly backups: readonly { readonly name: string; readonly at: EpochMs }[];
}

export interface ProfileService {
  /** The profile in use on this device; null before the first run. */
  current(): Promise<User | null>;
  list(): Promise<User[]>;
  /** Makes a learner, and makes them the current one. The username comes from the display name. */
  create(input: { readonly displayName: string }): Promise<Result<User, NameProblem | WriteFailure>>;
  rename(userId: Id, displayName: string): Promise<Result<User, NameProblem | WriteFailure>>;
  switchTo(userId: Id): Promise<void>;
  /** Takes the profile off the list; all history stays (R5). */
  remove(userId: Id): Promise<void>;
  /** Deletes the learner and all that hangs on them (R5). */
  erase(userId: Id): Promise<Erasure>;
  /** Deletes the learner's history in one course (R5). */
  eraseCourse(userId: Id, courseId: Id): Promise<Erasure>;
}
