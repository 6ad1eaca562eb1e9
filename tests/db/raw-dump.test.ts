import { describe, expect, test } from 'vitest';
import { rawDump } from '../../db/raw-dump.ts';
import { SCHEMA_VERSION } from '../../db/versions/all.ts';
import { everythingIn, freshDatabase } from './open.ts';

describe('a raw dump', () => {
  test('holds every row as a backup does, and says of which version', async () => {
    const { db, repositories, device } = await freshDatabase();
    await repositories.users.create({ id: 'u1', username: 'ada', displayName: 'Ada', email: 'Ada@example.org' });
    const { users } = await everythingIn(repositories);
    const raw = await rawDump(device.indexedDB, db.name);
    expect(raw).toMatchObject({ version: SCHEMA_VERSION, unreadable: [] });
    expect(raw?.tables.users).toEqual(users);
    expect(raw?.tables.exercises).toEqual([]);
  });

  test('reads a database of a version that is yet to come', async () => {
    const { db, device } = await freshDatabase();
    const { name } = db;
    db.close();
    await new Promise<void>((resolve, reject) => {
      const request = device.indexedDB.open(name, (SCHEMA_VERSION + 5) * 10);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('inventions', { keyPath: 'id' }).put({ id: 'x', what: 'not known yet' });
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    const raw = await rawDump(device.indexedDB, name);
    expect(raw).toMatchObject({ version: SCHEMA_VERSION + 5, tables: { inventions: [{ id: 'x', what: 'not known yet' }] } });
  });

  test('makes no database where there is none', async () => {
    const { device } = await freshDatabase();
    expect(await rawDump(device.indexedDB, 'nothing here')).toBeNull();
    expect((await device.indexedDB.databases()).map(({ name }) => name)).not.toContain('nothing here');
  });
});
