import type { Changes } from '../../db/changes.ts';
import type { Written } from './watch-writes.ts';

export interface ReserveInput {
  /** Of the transaction begun last. */
  readonly latestWrite: () => Written;
  /** Gives the reserve up; false where none is left. */
  readonly release: () => Promise<boolean>;
  /** Has the journal take what the database did not; false where it has no room either. */
  readonly keep: (changes: Changes) => Promise<boolean>;
  readonly tell: (trouble: DiskTrouble) => void;
}

/** What the learner must know of a full disk; `last` is what became of the last write. */
export interface DiskTrouble {
  readonly type: 'DiskFull';
  readonly last: 'saved' | 'kept' | 'refused';
}
