import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { bringUp } from '../../../src/boot/bring-up.ts';
import { fail } from '../../../src/core/result.ts';
import { asBundled } from '../../../src/packs/bundle-mark.ts';
import type { Trouble } from '../../../src/boot/tell-once.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { makeBundle } from '../services/bundle.ts';
import { createFakeLocks } from '../services/fake-locks.ts';
import { fakePlatform } from '../services/fake-platform.ts';
import { createFakeRunner } from '../services/fake-runner.ts';
import { submission, unwrap } from '../services/learner.ts';

afterEach(() => void vi.restoreAllMocks());

function freshDevice(): Platform {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  return fakePlatform(createFakeLocks().forTab());
}

async function start(platform: Platform, told: Trouble[] = [], onBroken: () => void = () => undefined) {
  const app = await bringUp({
    runner: createFakeRunner(),
    platform,
    now: Date.now,
    newId: () => uuidV7(),
    today: localToday,
    tabId: uuidV7(),
    bundledCourses: () => [asBundled(makeBundle())],
    onStale: () => undefined,
    onBlocked: () => undefined,
    onBroken,
    openBucket: null,
    onLeaving: () => undefined,
    onTrouble: (trouble) => told.push(trouble),
  });
  if (app.state === 'newer') throw new Error('newer');
  return app;
}

async function signUp({ services }: Awaited<ReturnType<typeof start>>): Promise<string> {
  await services.courses.installBundled();
  return unwrap(await services.profiles.create({ displayName: 'Ada' })).id;
}

const right = { type: 'TRUE_FALSE', value: true } as const;

test('where there is no place for a journal the learner works as always, and is told once', async () => {
  const platform = freshDevice();
  const told: Trouble[] = [];
  const unavailable = { type: 'JournalUnavailable', reason: 'no OPFS' } as const;
  const app = await start({ ...platform, journal: { ...platform.journal, append: () => Promise.resolve(fail(unavailable)) } }, told);
  const { services } = app;
  const userId = await signUp(app);
  for (const exerciseId of ['a1', 'a2', 'b1']) {
    expect(await services.attempts.submit(submission({ userId, exerciseId, answer: right }))).toMatchObject({ ok: true });
  }
  expect(told).toEqual([unavailable]);
});

/** Of the first database, unless told: a read that says what a rotten block says. */
function rot(isRotten: (table: string, key: unknown) => boolean, isOf = (name: string): boolean => name === 'hornbook'): void {
  const get = Reflect.get(IDBObjectStore.prototype, 'get') as (this: IDBObjectStore, key: unknown) => IDBRequest;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (isOf(this.transaction.db.name) && isRotten(this.name, key)) throw new DOMException('a rotten block', 'UnknownError');
    return get.call(this, key);
  });
}

/** Three answers of one learner, in the database and in the journal. Gives their ids. */
async function answerThree(platform: Platform): Promise<readonly string[]> {
  const app = await start(platform);
  const userId = await signUp(app);
  const answered: string[] = [];
  for (const exerciseId of ['a1', 'a2', 'b1']) {
    const { attempt } = unwrap(await app.services.attempts.submit(submission({ userId, exerciseId, answer: right })));
    answered.push(attempt.id);
  }
  return answered;
}

test('rows that a look finds unreadable are not the end: another database is filled with all of them', async () => {
  const platform = freshDevice();
  // One that the first glance at a start does not look at.
  const [rotten] = await answerThree(platform);
  rot((_, key) => key === rotten);
  const onBroken = vi.fn();
  const second = await start(platform, [], onBroken);
  expect(second).toMatchObject({ isAnew: false, isAsExpected: true });
  await second.finish();
  expect(onBroken).toHaveBeenCalledTimes(1);

  const third = await start(platform, [], onBroken);
  expect(third).toMatchObject({ isAnew: true, place: { name: 'hornbook-2' } });
  expect(third.services.recovery.news.get()).toMatchObject({ attempts: 3, profiles: 1, isAnew: true });
  await third.finish();
  expect(onBroken).toHaveBeenCalledTimes(1);
  expect((await start(platform)).isAnew).toBe(false);
});

test('nor are rows of the courses that cannot be read, in a database where nothing is missing', async () => {
  const platform = freshDevice();
  await answerThree(platform);
  rot((table) => table === 'settings');
  const onBroken = vi.fn();
  await (await start(platform, [], onBroken)).finish();
  expect(onBroken).toHaveBeenCalledTimes(1);
  expect((await start(platform)).services.recovery.news.get()).toMatchObject({ attempts: 3, isAnew: true });
});

test('where something is missing, rows that cannot be read lead to another database at once', async () => {
  const platform = freshDevice();
  await answerThree(platform);
  vi.stubGlobal('indexedDB', new IDBFactory());
  rot((table) => table === 'settings');
  const onBroken = vi.fn();
  const app = await start(platform, [], onBroken);
  expect(app).toMatchObject({ isAnew: true, place: { name: 'hornbook-2' } });
  expect(app.services.recovery.news.get()).toMatchObject({ attempts: 3, profiles: 1, isAnew: true });
  await app.finish();
  expect(onBroken).not.toHaveBeenCalled();
});

test('a new database that cannot be read either is the end of it: no third one is made', async () => {
  const platform = freshDevice();
  await answerThree(platform);
  rot((table) => table === 'settings');
  await (await start(platform)).finish();
  rot((table) => table === 'settings', () => true);
  await expect(start(platform)).rejects.toMatchObject({ type: 'StoreFailed', reason: 'UnknownError' });
  expect((await indexedDB.databases()).map(({ name }) => name).sort()).toEqual(['hornbook', 'hornbook-2']);
});

/** In a tab that is gone before the end: its locks went with it. */
const startAndDie = (platform: Platform) => start({ ...platform, locks: createFakeLocks().forTab() });

test('three starts in a row that died lead to another database', async () => {
  const platform = freshDevice();
  await answerThree(platform);
  for (let n = 0; n < 2; n++) expect((await startAndDie(platform)).isAnew).toBe(false);
  const app = await startAndDie(platform);
  expect(app).toMatchObject({ isAnew: true, place: { name: 'hornbook-2' } });
  expect(app.services.recovery.news.get()).toMatchObject({ attempts: 3, profiles: 1, isAnew: true });
  await app.finish();
  expect(await startAndDie(platform)).toMatchObject({ isAnew: false, place: { name: 'hornbook-2' } });
});

test('where there is no journal, no number of them does', async () => {
  const device = freshDevice();
  const platform = { ...device, journal: { ...device.journal, read: () => Promise.reject(new Error('no OPFS')) } };
  for (let n = 0; n < 5; n++) expect(await startAndDie(platform)).toMatchObject({ isAnew: false, place: { name: 'hornbook' } });
});
