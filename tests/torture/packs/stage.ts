import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import { openDatabase, type HornbookDatabase } from '../../../db/database.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { PACK_TABLES, TABLE_NAMES } from '../../../db/tables.ts';
import { asBundled } from '../../../src/packs/bundle-mark.ts';
import { installBundle } from '../../../src/services/install-course.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { createPackService } from '../../../src/services/packs/create-pack-service.ts';
import type { PackService } from '../../../src/services/packs/pack-service.ts';
import { createFakeLocks } from '../../src/services/fake-locks.ts';
import { fakePlatform } from '../../src/services/fake-platform.ts';
import { createFakeRunner } from '../../src/services/fake-runner.ts';
import { bundle } from '../faults/rows.ts';

export interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}
export type Stored = { readonly [table: string]: readonly Row[] };

/** A device with a course that came with the app (`held`) and one from elsewhere (`kept`). */
export interface Stage {
  readonly packs: PackService;
  /** All rows of all tables, as they are stored. */
  readonly rows: () => Promise<Stored>;
  readonly close: () => void;
}

export async function openStage(): Promise<Stage> {
  const db = openDatabase({ name: 'packs', indexedDB: new IDBFactory(), IDBKeyRange });
  await db.open();
  let clock = Date.UTC(2026, 10, 23, 9);
  const now = (): number => (clock += 1);
  const repositories = createRepositories(db, { now });
  const held = bundle('held', { a: ['a1'] });
  await installBundle(repositories, held);
  await installBundle(repositories, bundle('kept', { b: ['b1'] }));
  const packs = createPackService({
    ...{ strict: repositories, unjournaled: repositories, relaxed: repositories, platform: fakePlatform(createFakeLocks().forTab()) },
    ...{ runner: createFakeRunner(), newId: () => uuidV7(), today: localToday, tabId: 'this tab', now, bundledCourses: () => [asBundled(held)] },
  });
  return { packs, rows: () => readAll(db), close: () => db.close() };
}

const TABLES = [...TABLE_NAMES, ...PACK_TABLES];

async function readAll(db: HornbookDatabase): Promise<Stored> {
  const transaction = db.backendDB().transaction(TABLES);
  const lists = await Promise.all(TABLES.map((table) => done(transaction.objectStore(table).getAll() as IDBRequest<Row[]>)));
  return Object.fromEntries(TABLES.map((table, i) => [table, lists[i] ?? []]));
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not done'));
  });
