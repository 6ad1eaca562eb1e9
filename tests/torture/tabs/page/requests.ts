/** Hears of every request to IndexedDB on this page, before it is handed on; may look at it afterwards. */
export interface Watch {
  before?: () => void;
  after?: (request: IDBRequest) => void;
}

let watch: Watch | null = null;
const METHODS = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor', 'put', 'add', 'delete', 'clear'] as const;

export async function watching<T>(heard: Watch, work: () => Promise<T>): Promise<T> {
  watch = heard;
  try {
    return await work();
  } finally {
    watch = null;
  }
}

// Once, before Dexie looks at any of them.
for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype] as object[]) {
  for (const method of METHODS) {
    const stock = Object.getOwnPropertyDescriptor(prototype, method);
    if (stock === undefined) continue;
    const run = stock.value as (this: unknown, ...args: unknown[]) => IDBRequest;
    Object.defineProperty(prototype, method, {
      ...stock,
      value(this: unknown, ...args: unknown[]): IDBRequest {
        watch?.before?.();
        const request = run.apply(this, args);
        watch?.after?.(request);
        return request;
      },
    });
  }
}
