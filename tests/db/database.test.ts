import { Dexie } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../db/database.ts';
import { DataNewerThanApp, StaleTab } from '../../db/errors.ts';
import { createRepositories } from '../../db/repositories.ts';
import { SCHEMA_VERSION } from '../../db/versions/all.ts';
import { makeUser } from '../factories/user.ts';
import { historyTo } from './history.ts';
import { freshDatabase, freshDevice } from './open.ts';

/** As IndexedDB counts: ten to a version of the schema. */
const NEWER = 10 * (SCHEMA_VERSION + 1);

describe('opening', () => {
  it('is explicit: nothing opens by itself', async () => {
    const db = openDatabase(freshDevice());
    await expect(createRepositories(db).users.getAll()).rejects.toMatchObject({ type: 'StoreFailed', reason: 'DatabaseClosedError' });
  });

  it('makes the newest version on a device without data', async () => {
    const { db } = await freshDatabase();
    expect(db.backendDB().version / 10).toBe(SCHEMA_VERSION);
  });

  it('R14: refuses data that are newer than the app, and writes nothing', async () => {
    const device = freshDevice();
    await layDown(device, NEWER, (db) => db.createObjectStore('users', { keyPath: 'id' }).put({ id: 'from the future' }));
    const db = openDatabase(device);
    await expect(db.open()).rejects.toMatchObject({ type: 'DataNewerThanApp', found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION });
    await expect(db.open()).rejects.toBeInstanceOf(DataNewerThanApp);

    const after = await native(device);
    expect([after.version, [...after.objectStoreNames]]).toEqual([NEWER, ['users']]);
    after.close();
  });

  it('R14: an app of the first version refuses the data of this one', async () => {
    const { device } = await freshDatabase();
    await expect(openDatabase({ ...device, history: historyTo(1) }).open()).rejects.toMatchObject({ type: 'DataNewerThanApp', found: SCHEMA_VERSION, known: 1 });
  });
});

describe('two tabs', () => {
  it('R14: the one with old code can no longer write once the other has upgraded', async () => {
    const onStale = vi.fn();
    const { db, repositories, device } = await freshDatabase({ onStale });
    await repositories.users.create(makeUser({ id: 'before' }));
    await layDown(device, NEWER, () => undefined);

    expect(onStale).toHaveBeenCalledOnce();
    expect(db.isStale).toBe(true);
    await expect(repositories.users.create(makeUser({ id: 'after' }))).rejects.toBeInstanceOf(StaleTab);
    await expect(repositories.users.getById('before')).rejects.toBeInstanceOf(StaleTab);
    await expect(db.open()).rejects.toBeInstanceOf(DataNewerThanApp);
    expect(await keysOf(device, 'users')).toEqual(['before']);
  });

  it('R14: a stale tab stays shut even where Dexie itself would open again', async () => {
    const { db, device } = await freshDatabase();
    await layDown(device, NEWER, () => undefined);
    await expect((Dexie.prototype as Dexie).open.call(db)).rejects.toMatchObject({ type: 'DataNewerThanApp' });
    expect(db.isOpen()).toBe(false);
  });

  it('R14: both of a tab’s connections go stale', async () => {
    const { db: strict, open, device } = await freshDatabase();
    const { db: relaxed } = await open({ durability: 'relaxed' });
    await layDown(device, NEWER, () => undefined);
    expect([strict.isStale, relaxed.isStale]).toEqual([true, true]);
  });

  it('R13: an upgrade that another tab keeps waiting says so, and goes on once that tab is closed', async () => {
    const device = freshDevice();
    const first = openDatabase({ ...device, history: historyTo(1) });
    await first.open();
    first.close();
    const stubborn = await native(device);
    const onBlocked = vi.fn(() => stubborn.close());
    const db = openDatabase({ ...device, onBlocked });
    onTestFinished(() => db.close());
    await db.open();
    expect(onBlocked).toHaveBeenCalledOnce();
    expect(db.backendDB().version).toBe(SCHEMA_VERSION * 10);
  });
});

/** Chromium gives null for a value that it cannot make out any more. */
it('a row that is null is none: it could not be read', async () => {
  const { db, repositories } = await freshDatabase();
  await repositories.users.create(makeUser({ id: 'a' }));
  db.use({
    stack: 'dbcore',
    name: 'a rotten disk',
    create: (down) => ({
      ...down,
      table: (name) => ({
        ...down.table(name),
        get: () => Promise.resolve(null),
        getMany: ({ keys }) => Promise.resolve(keys.map(() => null)),
        query: async (request) => ({ ...(await down.table(name).query(request)), result: [null] }),
      }),
    }),
  });
  db.close({ disableAutoOpen: true });
  await db.open();
  const unreadable = { type: 'StoreFailed', reason: 'NotReadableError' };
  await expect(repositories.users.getById('a')).rejects.toMatchObject(unreadable);
  await expect(repositories.users.getAll()).rejects.toMatchObject(unreadable);
  await expect(repositories.lookUp('users', ['a'])).rejects.toMatchObject(unreadable);
});

describe('durability', () => {
  it('R16: each instance’s transactions report its own, and each sees the other’s writes', async () => {
    const { db: strict, repositories, open } = await freshDatabase();
    const { db: relaxed, repositories: other } = await open({ durability: 'relaxed' });
    expect([strict.durability, relaxed.durability]).toEqual(['strict', 'relaxed']);

    const reported = (db: typeof strict) => db.transaction('rw', 'users', (tx) => tx.idbtrans.durability);
    expect([await reported(strict), await reported(relaxed)]).toEqual(['strict', 'relaxed']);
    await repositories.users.create(makeUser({ id: 'a' }));
    expect(await other.users.getById('a')).not.toBeNull();
  });
});

async function keysOf(device: Device, store: string): Promise<IDBValidKey[]> {
  const db = await native(device);
  return new Promise((resolve) => {
    const request = db.transaction(store).objectStore(store).getAllKeys();
    request.onsuccess = () => {
      db.close();
      resolve(request.result);
    };
  });
}

type Device = ReturnType<typeof freshDevice>;

function native({ indexedDB, name }: Device): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot open'));
  });
}

/** Data of some other app's version, in IndexedDB's own count (ten times the schema's). */
function layDown({ indexedDB, name }: Device, version: number, fill: (db: IDBDatabase) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => fill(request.result);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(new Error('cannot open'));
  });
}
