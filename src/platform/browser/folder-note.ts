/** Remembers one folder's handle over starts, which only IndexedDB can hold: in a database of its own, that no damage to the learners' one reaches. */
export interface FolderNote {
  get(): Promise<FileSystemDirectoryHandle | null>;
  set(handle: FileSystemDirectoryHandle | null): Promise<void>;
}

const STORE = 'handles';
const KEY = 'copies';

export function createFolderNote(factory: IDBFactory, name = 'hornbook-folder'): FolderNote {
  const within = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const db = await open(factory, name);
    try {
      const transaction = db.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      await done(transaction);
      return request.result;
    } finally {
      db.close();
    }
  };
  return {
    get: async () => (await within('readonly', (store) => store.get(KEY) as IDBRequest<FileSystemDirectoryHandle | undefined>)) ?? null,
    async set(handle) {
      await within('readwrite', (store) => (handle === null ? store.delete(KEY) : store.put(handle, KEY)) as IDBRequest<unknown>);
    },
  };
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(`${name} cannot be opened`));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The folder could not be noted'));
  });
}
