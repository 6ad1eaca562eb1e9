import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { SCHEMA_VERSION } from '../../../db/versions/all.ts';
import { openStores, type OpenInput } from '../../../src/boot/open-stores.ts';
import type { Notes } from '../../../src/platform/platform.ts';
import { historyTo } from '../../db/history.ts';
import { noteChanges } from '../../../src/services/journal/sentinel.ts';

const noop = (): void => undefined;

function notebook(): Notes {
  const notes = new Map<string, string>();
  return { get: (key) => notes.get(key) ?? null, set: (key, text) => void notes.set(key, text) };
}

/** A device whose default factory is `indexedDB`. */
function device(indexedDB: IDBFactory, more: Partial<OpenInput> = {}): OpenInput {
  vi.stubGlobal('indexedDB', indexedDB);
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  return { notes: notebook(), onStale: noop, onBlocked: noop, openBucket: null, ...more };
}

/** Databases of these names answer as a dead disk does. */
function broken(names: readonly string[], how: 'rejects' | 'is silent'): IDBFactory {
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = (name: string, version?: number) => {
    if (!names.includes(name)) return open(name, version);
    if (how === 'is silent') return {} as IDBOpenDBRequest;
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
  return factory;
}

describe('opening the stores', () => {
  test('opens the database, which holds all that it should', async () => {
    expect(await openStores(device(new IDBFactory()))).toMatchObject({ state: 'open', isAnew: false, isAsExpected: true });
  });

  test('opens another one where the first cannot be opened, and again at the next start', async () => {
    const input = device(broken(['hornbook'], 'rejects'));
    const place = { name: 'hornbook-2', bucket: null };
    expect(await openStores(input)).toMatchObject({ place, isAnew: true });
    expect(await openStores(input)).toMatchObject({ place, isAnew: false });
  });

  test('opens one in a bucket where no other can be opened', async () => {
    const bucket = new IDBFactory();
    const input = device(broken(['hornbook', 'hornbook-2'], 'rejects'), { openBucket: () => Promise.resolve(bucket) });
    expect(await openStores(input)).toMatchObject({ place: { name: 'hornbook-2', bucket: 'hornbook-2' }, isAnew: true });
  });

  test('waits for one that is silent only so long, and tries it again at the next start', async () => {
    const input = device(broken(['hornbook'], 'is silent'), { limitMs: 600 });
    expect(await openStores(input)).toMatchObject({ place: { name: 'hornbook-2' }, isAnew: true });
    expect(await openStores(input)).toMatchObject({ place: { name: 'hornbook-2' }, isAnew: true });
  });

  test('rejects with the first reason where none can be opened', async () => {
    await expect(openStores(device(broken(['hornbook', 'hornbook-2'], 'rejects')))).rejects.toThrow(/backing store/);
  });

  test('notices that less is there than was noted', async () => {
    const input = device(new IDBFactory());
    const opened = await openStores(input);
    if (opened.state !== 'open') throw new Error('newer?');
    const repositories = createRepositories(opened.strict, {
      onCommitted(changes) {
        noteChanges(input.notes, changes);
        return Promise.resolve();
      },
    });
    await repositories.users.create({ id: 'u1', username: 'ada', displayName: 'Ada' });
    expect(await openStores(input)).toMatchObject({ isAsExpected: true });
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect(await openStores(input)).toMatchObject({ isAnew: false, isAsExpected: false });
  });

  test('leaves older data alone where the way up from them cannot be fetched', async () => {
    const input = device(new IDBFactory());
    const past = openDatabase({ history: historyTo(4) });
    await past.open();
    past.close();
    vi.doMock('../../../db/versions/all.ts', () => {
      throw new TypeError('Failed to fetch');
    });
    onTestFinished(() => {
      vi.doUnmock('../../../db/versions/all.ts');
    });
    await expect(openStores(input)).rejects.toMatchObject({ type: 'AppIncomplete' });
    expect(input.notes.get('database')).toBeNull();
    vi.doUnmock('../../../db/versions/all.ts');
    expect(await openStores(input)).toMatchObject({ state: 'open', isAnew: false });
  });

  test('R14: leaves newer data alone and says so', async () => {
    const input = device(new IDBFactory());
    const future = openDatabase({});
    await future.open();
    future.close();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('hornbook', (SCHEMA_VERSION + 1) * 10);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    expect(await openStores(input)).toEqual({ state: 'newer', found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION });
  });
});
