import type { Transaction } from 'dexie';

/** A row of whatever version: the file of the version spells out the shapes that it reads. */
export type AnyRow = Readonly<Record<string, unknown>>;
/** All rows by table, as a backup holds them: without the fields that only look-ups need. */
export type AnyDump = Readonly<Record<string, readonly AnyRow[]>>;

/** One step of the schema's history. Frozen once it is on the main branch. */
export interface Version {
  readonly number: number;
  readonly name: string;
  /** The stores that this version adds or changes, in Dexie's words. */
  readonly stores: Readonly<Record<string, string>>;
  /** Brings the rows of the version before to this one, inside the upgrade's transaction. */
  readonly upgrade: ((transaction: Transaction) => Promise<void>) | null;
  /** The same for a backup's rows. */
  readonly upgradeDump: (dump: AnyDump) => AnyDump;
  /** A backup's rows for the app of the version before: whatever that one cannot hold is left out. */
  readonly downgradeDump: (dump: AnyDump) => AnyDump | Promise<AnyDump>;
}
