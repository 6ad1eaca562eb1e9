import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import { openDatabase } from '../../../db/database.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { SCHEMA_VERSION } from '../../../db/schema.ts';
import { createJournalKeeper } from '../../../src/services/journal/keeper.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { createServices, type Services } from '../../../src/services/services.ts';
import { historyTo } from '../../db/history.ts';
import { createFakeLocks } from '../../src/services/fake-locks.ts';
import { fakePlatform } from '../../src/services/fake-platform.ts';
import { createFakeRunner } from '../../src/services/fake-runner.ts';
import { createMemoryJournal } from '../../src/services/journal/memory-journal.ts';
import type { StoredRows } from './page/types.ts';

/** Dexie counts tenfold. */
const BEYOND = (SCHEMA_VERSION + 1) * 10;

/** A device in memory on which tabs are opened; all share its data, its locks, its journal and its notes. */
export interface SharedDevice {
  readonly fill: (version: number, rows: StoredRows) => Promise<void>;
  readonly openTab: (tabId: string) => Promise<Services>;
  /** A newer app changes the version of the database. */
  readonly upgradeBeyond: () => Promise<void>;
  readonly dump: () => Promise<StoredRows>;
  readonly close: () => void;
}

export function createSharedDevice(): SharedDevice {
  const device = { name: 'hornbook', indexedDB: new IDBFactory(), IDBKeyRange };
  const locks = createFakeLocks();
  const shared = { ...fakePlatform(locks.forTab()), journal: createMemoryJournal() };
  const closing: (() => void)[] = [];
  const raw = (version?: number): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = device.indexedDB.open(device.name, version);
      if (version !== undefined) request.onupgradeneeded = () => request.result.createObjectStore('laterThings', { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
  return {
    async fill(version, rows) {
      const db = openDatabase({ ...device, history: historyTo(version) });
      await db.open();
      for (const [table, all] of Object.entries(rows)) await db.table(table).bulkPut([...all]);
      db.close();
    },
    async openTab(tabId) {
      const strict = openDatabase(device);
      const relaxed = openDatabase({ ...device, durability: 'relaxed' });
      closing.push(() => [strict, relaxed].forEach((db) => db.close()));
      await strict.open();
      await relaxed.open();
      const platform = { ...shared, locks: locks.forTab() };
      const unjournaled = createRepositories(strict);
      const keeper = createJournalKeeper({ ...platform, now: Date.now, schema: unjournaled.schemaVersion });
      return createServices({
        strict: createRepositories(strict, { onCommitted: (changes) => keeper.onCommitted(changes) }),
        ...{ unjournaled, relaxed: createRepositories(relaxed), platform, tabId, now: Date.now, newId: () => uuidV7(), today: localToday },
        ...{ runner: createFakeRunner(), bundledCourses: () => [] },
      });
    },
    upgradeBeyond: async () => (await raw(BEYOND)).close(),
    async dump() {
      const db = await raw();
      const names = [...db.objectStoreNames];
      const transaction = db.transaction(names);
      const lists = await Promise.all(
        names.map(
          (name) =>
            new Promise<{ id: string }[]>((resolve, reject) => {
              const request = transaction.objectStore(name).getAll() as IDBRequest<{ id: string }[]>;
              request.onsuccess = () => resolve(request.result);
              request.onerror = () => reject(request.error ?? new Error('not read'));
            }),
        ),
      );
      db.close();
      return Object.fromEntries(names.map((name, i) => [name, lists[i] ?? []]));
    },
    close: () => closing.forEach((close) => close()),
  };
}
