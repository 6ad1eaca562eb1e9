import { Dexie, type PromiseExtended, type Table } from 'dexie';
import { AppIncomplete, DataNewerThanApp, StoreFailed } from './errors.ts';
import type { Id } from './models/ids.ts';
import type { Stored, TableName, Tables } from './tables.ts';
import { SCHEMA_VERSION, STORES } from './versions/current.ts';
import type { Version } from './versions/version.ts';

export interface DatabaseOptions {
  readonly name?: string;
  /** `strict`: an acknowledged write survives loss of power (R16), at a fifth of the rate. */
  readonly durability?: 'strict' | 'relaxed';
  /** The schema's history as it once was, for tests of what came after. */
  readonly history?: readonly Version[];
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
  /** Another tab keeps an upgrade waiting; the learner must be told to close it. */
  readonly onBlocked?: () => void;
  /** An upgrade is due: it may take its time. */
  readonly onUpgrading?: () => void;
  /** Another tab upgraded or deleted the database; this one can write no more. */
  readonly onStale?: () => void;
}

/** Opening is explicit: `await openDatabase().open()`, which throws DataNewerThanApp or AppIncomplete and then has written nothing. */
export function openDatabase(options: DatabaseOptions = {}): HornbookDatabase {
  return new HornbookDatabase(options);
}

/** One connection. Rows are reached through the repositories, which keep the constraints. */
export class HornbookDatabase extends Dexie {
  readonly durability: 'strict' | 'relaxed';
  /** True once another tab upgraded or deleted the database. */
  isStale = false;
  readonly #known: number;
  readonly #factory: IDBFactory;
  readonly #options: DatabaseOptions;
  /** What an older database has missed, oldest first. */
  #missed: readonly Version[] = [];

  constructor(options: DatabaseOptions) {
    const { name = 'hornbook', durability = 'strict', history } = options;
    const factory = options.indexedDB ?? globalThis.indexedDB;
    super(name, {
      autoOpen: false,
      chromeTransactionDurability: durability,
      indexedDB: factory,
      IDBKeyRange: options.IDBKeyRange ?? globalThis.IDBKeyRange,
    });
    this.durability = durability;
    this.#known = history?.at(-1)?.number ?? SCHEMA_VERSION;
    this.#factory = factory;
    this.#options = options;
    this.version(this.#known)
      .stores(history === undefined ? STORES : storesOf(history))
      .upgrade(async (transaction) => {
        for (const { upgrade } of this.#missed) await upgrade?.(transaction);
      });
    for (const table of this.tables) table.hook('reading', refuseUnreadable);
    this.on('blocked', () => options.onBlocked?.());
    // Stock Dexie reopens itself after another tab's upgrade, and its writes in the old shape succeed.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
      this.isStale = true;
      options.onStale?.();
      return false;
    });
    this.on('ready', () => this.#refuseNewer(this.backendDB().version / 10), true);
  }

  /** Looks before it opens: Dexie opens newer data without a word, and may patch their stores. */
  override open(): PromiseExtended<Dexie> {
    return Dexie.Promise.resolve(installedVersion(this.#factory, this.name)).then(async (found) => {
      this.#refuseNewer(found);
      if (found > 0 && found < this.#known) await this.#readyToUpgrade(found);
      return super.open();
    });
  }

  rows<T extends TableName>(table: T): Table<Stored<Tables[T]>, Id> {
    return this.table(table);
  }

  /** The way from an older version is fetched where there is one: no other start needs it. */
  async #readyToUpgrade(found: number): Promise<void> {
    this.#options.onUpgrading?.();
    const history = this.#options.history ?? (await fetchHistory());
    this.#missed = history.filter(({ number }) => number > found);
  }

  #refuseNewer(found: number): void {
    const version = Math.floor(found);
    if (version > this.#known) throw new DataNewerThanApp(version, this.#known);
  }
}

/** Chromium reads a value that lies on a damaged part of the disk as null, and says nothing. No row is null. */
function refuseUnreadable(row: unknown): unknown {
  if (row === null) throw new StoreFailed('NotReadableError');
  return row;
}

const storesOf = (history: readonly Version[]): Readonly<Record<string, string>> =>
  Object.fromEntries(history.flatMap(({ stores }) => Object.entries(stores)));

const fetchHistory = (): Promise<readonly Version[]> =>
  import('./versions/all.ts').then(
    ({ VERSIONS }) => VERSIONS,
    () => {
      throw new AppIncomplete();
    },
  );

/** The schema version on the device, 0 where there is no database; creates none. */
function installedVersion(factory: IDBFactory, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const found = request.result.version / 10;
      request.result.close();
      resolve(found);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (isNew) resolve(0);
      else reject(request.error ?? new Error(`The database ${name} cannot be opened`));
    };
  });
}
