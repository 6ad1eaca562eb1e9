import type { Result } from '../core/result.ts';

/** Where automatic copies of the data go: always the app's own place, and a folder of the learner's where they chose one. */
export interface Copies {
  /** Lies outside the database, but goes when the site's data is cleared. Null: there is none here. */
  readonly own: CopyFolder | null;
  /** Null: a folder cannot be chosen here. */
  readonly chosen: ChosenFolder | null;
}

/** Whole files by name; no folders within. */
export interface CopyFolder {
  /** In no order. */
  list(): Promise<readonly StoredCopy[]>;
  /** Null: there is no such file. The blob is read when it is asked, and rejects when the file has gone by then. */
  read(name: string): Promise<Blob | null>;
  /** Whole or not at all: an earlier file of that name stays until the new one is complete. */
  write(name: string, content: Blob): Promise<Result<null, CopyFailure>>;
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>;
}
export interface StoredCopy {
  readonly name: string;
  readonly bytes: number;
}

export type CopyFailure =
  | { readonly type: 'CopyFull' }
  /** The folder is gone, or may no longer be written. */
  | { readonly type: 'CopyUnavailable'; readonly reason: string };

/** A folder that the learner chose, remembered over starts. A browser may ask for its permission anew each time. */
export interface ChosenFolder {
  where(): Promise<ChosenPlace>;
  /** Shows the system's dialog; to be called from a click. */
  choose(): Promise<Result<ChosenPlace, { readonly type: 'Cancelled' } | CopyFailure>>;
  /** Asks for the lapsed permission; to be called from a click. */
  allow(): Promise<ChosenPlace>;
  /** No copies go there any more; the files that lie there stay. */
  forget(): Promise<void>;
}
export type ChosenPlace =
  | { readonly state: 'none' }
  /** Chosen, but the permission has lapsed. */
  | { readonly state: 'locked'; readonly name: string }
  | { readonly state: 'open'; readonly name: string; readonly folder: CopyFolder };
