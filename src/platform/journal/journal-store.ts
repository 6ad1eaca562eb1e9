import type { Result } from '../../core/result.ts';

/** Its folder in the origin's private file system. */
export const JOURNAL_FOLDER = 'journal';

/**
 * An append-only record outside the database. Each tab writes a file of its own, so that no tab waits for another;
 * what is written is told apart and merged by whoever reads it. A line is any text.
 */
export interface JournalStore {
  /** Everything that is kept: the last compaction, then each tab's lines in the order it wrote them. */
  read(): Promise<JournalContent>;
  /** On the disk, in this order, when it resolves. */
  append(lines: readonly string[]): Promise<Result<null, JournalFailure>>;
  /**
   * Puts `lines` in the place of all that `read` gave back, except what living tabs write: whole or not at all. What
   * was written since `read` stays.
   */
  compact(lines: readonly string[]): Promise<Result<null, JournalFailure>>;
  /**
   * Gives up the room kept for a full disk, so that what was refused for want of it may be tried once more; false where
   * none is left. Taken again by a later start. Absent: none is kept.
   */
  release?(): Promise<boolean>;
  /**
   * Takes that room again, where there is any and this start has not given it up; so does the first append. Before
   * anything was ever written there is nothing to keep it for. Absent: it is taken elsewhere.
   */
  reserve?(): Promise<void>;
}

export interface JournalContent {
  readonly lines: readonly string[];
  /** Stretches of a file that could not be read. */
  readonly damaged: number;
  /** Bytes of files whose tabs are gone: what a compaction would save. */
  readonly staleBytes: number;
}

export type JournalFailure =
  | { readonly type: 'JournalFull' }
  /** No OPFS here, or it does not answer. */
  | { readonly type: 'JournalUnavailable'; readonly reason: string };
