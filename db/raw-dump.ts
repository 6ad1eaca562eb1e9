import { visible } from './integrity.ts';
import type { AnyDump, AnyRow } from './versions/version.ts';

export interface RawDump {
  /** The schema version that the database is of. */
  readonly version: number;
  readonly tables: AnyDump;
  /** Stores that could not be read, or not in time; their rows are missing. */
  readonly unreadable: readonly string[];
}

/** How long one store may keep an export waiting. */
const STORE_LIMIT_MS = 10_000;

/**
 * All rows of a database of whatever version, read without knowing its schema and without changing it: for an export
 * where the app may not, or cannot, open it as its own. Rejects where it cannot be opened at all; null: there is none.
 */
export async function rawDump(factory: IDBFactory, name: string): Promise<RawDump | null> {
  const db = await openAsIs(factory, name);
  if (db === null) return null;
  try {
    const tables: Record<string, readonly AnyRow[]> = {};
    const unreadable: string[] = [];
    for (const store of db.objectStoreNames) {
      const rows = await allOf(db, store).catch(() => null);
      if (rows === null) unreadable.push(store);
      else tables[store] = rows.map((row) => visible(row));
    }
    return { version: Math.floor(db.version / 10), tables, unreadable };
  } finally {
    db.close();
  }
}

function openAsIs(factory: IDBFactory, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    const timer = setTimeout(() => reject(new Error(`${name} gave no answer`)), STORE_LIMIT_MS);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    let isNew = false;
    request.onupgradeneeded = () => {
      // There was none: it must not be made.
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => settle(() => resolve(request.result));
    request.onerror = (event) => {
      event.preventDefault();
      settle(() => (isNew ? resolve(null) : reject(request.error ?? new Error(`${name} cannot be opened`))));
    };
  });
}

function allOf(db: IDBDatabase, store: string): Promise<AnyRow[]> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${store} gave no answer`)), STORE_LIMIT_MS);
    const transaction = db.transaction(store, 'readonly');
    const fail = (): void => reject(transaction.error ?? new Error(`${store} cannot be read`));
    transaction.onabort = fail;
    const request = transaction.objectStore(store).getAll() as IDBRequest<AnyRow[]>;
    request.onsuccess = () => resolve(request.result);
    request.onerror = fail;
  });
}
