import type { Result } from '../core/result.ts';
import type { Copies } from './copies.ts';
import type { JournalStore } from './journal/journal-store.ts';

/** The seam between browser and desktop: one contract, two implementations. */
export interface Platform {
  readonly kind: 'browser' | 'desktop';
  readonly appVersion: string;
  readonly files: Files;
  readonly storage: DeviceStorage;
  readonly locks: Locks;
  /** A second copy of what learners did, outside the database. */
  readonly journal: JournalStore;
  readonly notes: Notes;
  /** Where automatic copies of everything go; its code is fetched when asked for. */
  copies(): Promise<Copies>;
  readonly updates: Updates;
  /** What this browser lacks, to be said to the learner; empty on a full platform. */
  readonly missing: readonly Missing[];
  /** The learner's, as the browser has them (BCP 47), the best first. */
  readonly languages: readonly string[];
  copyText(text: string): Promise<boolean>;
  reload(): void;
}

export type Missing = 'jspi' | 'lasting-storage' | 'service-worker' | 'web-locks';

export interface Files {
  /** Hands a file to the learner (a download in the browser, a dialog on the desktop). */
  save(name: string, text: string, mimeType: string): Promise<Result<null, { type: 'Cancelled' } | SaveFailed>>;
  /** Asks the learner for one file. `accept`: endings such as `.json`. */
  open(accept: readonly string[]): Promise<Result<OpenedFile, { type: 'Cancelled' }>>;
}
export interface SaveFailed {
  readonly type: 'SaveFailed';
  readonly reason: string;
}
export interface OpenedFile {
  readonly name: string;
  readonly text: string;
}

/** A few words kept outside the database; null where nothing can be. */
export interface Notes {
  get(key: string): string | null;
  set(key: string, text: string): void;
}

export type Persistence = 'kept' | 'evictable' | 'unknown';

export interface DeviceStorage {
  /** Asks the browser to keep the data; the answer is shown to the learner. */
  askToPersist(): Promise<Persistence>;
  persistence(): Promise<Persistence>;
  /** Bytes; null where the browser does not say. */
  estimate(): Promise<{ readonly usage: number; readonly quota: number } | null>;
}

/** One writer at a time across tabs (Web Locks). */
export interface Locks {
  /**
   * Takes the lock, or null when another tab holds it. With `steal` it is taken from that tab, whose `onLost` is
   * called. A lock goes with its tab.
   */
  take(name: string, options: { readonly steal: boolean; readonly onLost: () => void }): Promise<Lock | null>;
}
export interface Lock {
  release(): void;
}

/** What there is to tell: a new version waits; or one came in, did not start, and was undone. */
export type UpdateNews = 'ready' | 'undone';

/** A new version waits until nothing is unsaved in any tab, then the learner is asked. */
export interface Updates {
  /** Called with what there is to tell, and whenever that changes; returns the way to stop listening. */
  onNews(listener: (news: UpdateNews) => void): () => void;
  /** The learner knows that the update was undone. */
  understood(): void;
  /** Until the function is called this tab holds what an update must not break off: unsaved words, a check that runs. */
  hold(): () => void;
  /** Switches to the new version if no tab holds anything unsaved; `NotTaken`: it did not come in, and this one goes on. */
  apply(): Promise<Result<null, { readonly type: 'UnsavedElsewhere' } | { readonly type: 'NotTaken' }>>;
}
