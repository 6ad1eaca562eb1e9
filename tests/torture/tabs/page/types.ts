import type { FaultCase } from '../../faults/fault-case.ts';

/** Rows by table as IndexedDB holds them. */
export type StoredRows = Readonly<Record<string, readonly { readonly id: string }[]>>;

/** What a tab does once. Times are ms since the epoch, on the clock that all tabs of a machine share. */
export type Act =
  | { readonly do: 'answer'; readonly userId: string; readonly exerciseId: string; readonly value: boolean; readonly nonce: number }
  | { readonly do: 'type'; readonly userId: string; readonly exerciseId: string }
  | { readonly do: 'skip'; readonly userId: string; readonly exerciseId: string }
  | { readonly do: 'import'; readonly edition: number }
  | { readonly do: 'erase course'; readonly userId: string; readonly courseId: string }
  | { readonly do: 'erase learner'; readonly userId: string }
  /** A newer app opens the database and changes its version. */
  | { readonly do: 'upgrade' };

export interface Done {
  readonly act: Act;
  readonly tab: number;
  readonly start: number;
  readonly end: number;
  /** The attempt's id for an answer, else any text; null where the tab was told no. */
  readonly acknowledged: string | null;
  /** The type of the refusal, or what was thrown. */
  readonly refusal: string | null;
}

export interface TabsPage {
  /** Makes a database of that schema version with these rows. */
  fill(version: number, rows: StoredRows): Promise<void>;
  /** Read beneath the app's own code, whatever version it is of. */
  dump(): Promise<{ readonly version: number; readonly rows: StoredRows }>;
  /** Opens the newest version; at the `stopAt`-th request of the upgrade the page stands still until it is killed. */
  upgrade(stopAt: number | null): Promise<{ readonly requests: number; readonly ms: number }>;
  /** What a newer app than this one does. */
  upgradeBeyond(): Promise<void>;
  /** Keeps a connection of an older app open, as a tab that nobody closed. */
  openOld(version: number): Promise<void>;
  /** Tries to write from that tab in every way there is; gives what each way said. */
  writeStale(): Promise<readonly string[]>;
  /** An old shell starts anew and tries the same. */
  startStale(version: number): Promise<readonly string[]>;
  /** The app, as it starts: services and journal. */
  up(): Promise<string>;
  perform(tab: number, acts: readonly { readonly act: Act; readonly afterMs: number }[]): Promise<readonly Done[]>;
  /** Lets every request fail in turn, in this very browser; see the torture `faults`. */
  tryFaults(most: number): Promise<readonly FaultCase[]>;
}

declare global {
  interface Window {
    tabs: TabsPage;
  }
}
