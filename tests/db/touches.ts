import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';

export interface Touches {
  /** Where IndexedDB was asked, such as `lessons.[courseId+order]`; the primary key is `lessons.id`. Sorted, no doubles. */
  readonly indexes: readonly string[];
  /** How many records or keys came out, one for an empty answer too: what a query costs. */
  readonly records: number;
}

const METHODS = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'] as const;
type Source = IDBObjectStore | IDBIndex;

/** Runs the work and tells what it asked of IndexedDB itself, beneath Dexie. */
export async function touchesOf(work: () => Promise<unknown>): Promise<Touches> {
  const indexes = new Set<string>();
  let records = 0;
  const restore = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((prototype) =>
    METHODS.map((method) => {
      const stock = Object.getOwnPropertyDescriptor(prototype, method);
      if (stock === undefined) return () => undefined;
      const run = stock.value as (this: Source, ...args: unknown[]) => IDBRequest;
      Object.defineProperty(prototype, method, {
        ...stock,
        value(this: Source, ...args: unknown[]): IDBRequest {
          indexes.add(nameOf(this));
          if (args[0] === undefined && method !== 'get') indexes.add(`${nameOf(this)} whole`);
          const request = run.apply(this, args);
          request.addEventListener('success', () => {
            records += Array.isArray(request.result) ? Math.max(1, request.result.length) : 1;
          });
          return request;
        },
      });
      return () => Object.defineProperty(prototype, method, stock);
    }),
  );
  try {
    await work();
  } finally {
    restore.forEach((back) => back());
  }
  return { indexes: [...indexes].sort(), records };
}

const nameOf = (source: Source): string =>
  source instanceof IDBIndex ? `${source.objectStore.name}.${source.name}` : `${source.name}.id`;
