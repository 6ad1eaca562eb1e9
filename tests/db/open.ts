import { randomUUID } from 'node:crypto';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import type { DatabaseOptions, HornbookDatabase } from '../../db/database.ts';
import type { EpochMs } from '../../db/models/ids.ts';
import { createRepositories } from '../../db/repositories.ts';
import type { Dumps, Repositories } from '../../db/repositories.ts';

export interface FreshDatabase {
  readonly db: HornbookDatabase;
  readonly repositories: Repositories;
  readonly clock: TestClock;
  readonly device: Device;
  /** Another connection to the same data, as another tab or the relaxed instance has it. */
  readonly open: (options?: DatabaseOptions) => Promise<{ db: HornbookDatabase; repositories: Repositories }>;
}

/** A clock that a test may set; it moves by 1 ms at every look, so that rows sort by when they were made. */
export interface TestClock {
  now: EpochMs;
  read(): EpochMs;
}

/** An empty database of its own for the running test (or file: `afterAll`), closed when that is finished. */
export async function freshDatabase(options: DatabaseOptions = {}, whenDone = onTestFinished): Promise<FreshDatabase> {
  const device = freshDevice();
  // A live query asks Dexie itself whether there is a database at all.
  Object.assign(Dexie.dependencies, { indexedDB: device.indexedDB, IDBKeyRange });
  const clock = createClock();
  const open = async (more: DatabaseOptions = {}) => {
    const db = openDatabase({ ...device, ...options, ...more });
    whenDone(() => db.close());
    await db.open();
    return { db, repositories: createRepositories(db, { now: () => clock.read() }) };
  };
  return { ...(await open()), clock, device, open };
}

export type Device = Required<Pick<DatabaseOptions, 'name' | 'indexedDB' | 'IDBKeyRange'>>;

/** A device without data: what openDatabase needs to live on it. */
export const freshDevice = (): Device => ({
  name: randomUUID(),
  indexedDB: new IDBFactory(),
  IDBKeyRange,
});

export const createClock = (start: EpochMs = Date.UTC(2026, 10, 22, 9)): TestClock => ({
  now: start,
  read() {
    this.now += 1;
    return this.now;
  },
});

/** All rows by table, as a backup holds them. */
export const everythingIn = async (repositories: Repositories, ...options: Parameters<Dumps['dump']>): ReturnType<Dumps['dump']> =>
  (await repositories.dumps()).dump(...options);
