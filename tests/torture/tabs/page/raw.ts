import { SCHEMA_VERSION } from '../../../../db/schema.ts';
import type { StoredRows } from './types.ts';

const NAME = 'hornbook';
/** Dexie counts tenfold. */
const BEYOND = (SCHEMA_VERSION + 1) * 10;

/** All rows beneath the app's own code, whatever version the database is of. */
export async function dumpRaw(): Promise<{ version: number; rows: StoredRows }> {
  const db = await finished(indexedDB.open(NAME));
  const names = [...db.objectStoreNames];
  const rows: Record<string, { id: string }[]> = {};
  if (names.length > 0) {
    const transaction = db.transaction(names);
    const lists = await Promise.all(names.map((name) => finished(transaction.objectStore(name).getAll() as IDBRequest<{ id: string }[]>)));
    names.forEach((name, i) => (rows[name] = lists[i] ?? []));
  }
  const { version } = db;
  db.close();
  return { version, rows };
}

/** As an app of the next schema version does: a store more. Waits until every other tab has let go. */
export async function upgradeBeyond(): Promise<void> {
  const request = indexedDB.open(NAME, BEYOND);
  request.onupgradeneeded = () => request.result.createObjectStore('laterThings', { keyPath: 'id' });
  (await finished(request)).close();
}

export async function putBackRaw(rows: StoredRows): Promise<void> {
  const db = await finished(indexedDB.open(NAME));
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
  for (const name of db.objectStoreNames) {
    const store = transaction.objectStore(name);
    store.clear();
    for (const row of rows[name] ?? []) store.put(row);
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('not put back'));
  });
  db.close();
}

export const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not done'));
  });
