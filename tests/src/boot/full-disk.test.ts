import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { uuidV7 } from '../../../src/core/uuid-v7.ts';
import { describe, expect, test, vi } from 'vitest';
import { QuotaExceeded } from '../../../db/errors.ts';
import { bringUp } from '../../../src/boot/bring-up.ts';
import type { Trouble } from '../../../src/boot/tell-once.ts';
import { fail } from '../../../src/core/result.ts';
import { asBundled } from '../../../src/packs/bundle-mark.ts';
import type { CourseBundle } from '../../../src/packs/course-bundle.ts';
import type { JournalStore } from '../../../src/platform/journal/journal-store.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { createFakeLocks } from '../services/fake-locks.ts';
import { fakePlatform } from '../services/fake-platform.ts';
import { createFakeRunner } from '../services/fake-runner.ts';
import { createMemoryJournal, type MemoryJournal } from '../services/journal/memory-journal.ts';
import { makeBundle } from '../services/bundle.ts';
import { submission, unwrap } from '../services/learner.ts';
import { createFullDisk } from './full-disk.ts';

/** A device with a disk that may be full. `reserve`: how often the journal can give room up. */
function device() {
  const disk = createFullDisk();
  const locks = createFakeLocks();
  const notes = fakePlatform(locks.forTab()).notes;
  const memory = createMemoryJournal();
  const world = { disk, memory, reserve: 0, isJournalFull: false, estimate: { usage: 0, quota: 1e9 }, bundled: [makeBundle()] as CourseBundle[], told: [] as Trouble[] };
  const journal: JournalStore = {
    ...memory,
    append: (lines) => (world.isJournalFull ? Promise.resolve(fail({ type: 'JournalFull' })) : memory.append(lines)),
    release: () => {
      if (world.reserve === 0) return Promise.resolve(false);
      world.reserve -= 1;
      disk.isFull = false;
      return Promise.resolve(true);
    },
  };
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
  let at = Date.UTC(2026, 10, 22, 9);
  const platform = fakePlatform(locks.forTab());
  const start = async () => {
    const app = await bringUp({
      runner: createFakeRunner(),
      platform: { ...platform, journal, notes, storage: { ...platform.storage, estimate: () => Promise.resolve(world.estimate) } },
      now: () => (at += 1),
      newId: () => uuidV7(),
      today: localToday,
      tabId: uuidV7(),
      bundledCourses: () => world.bundled.map(asBundled),
      onStale: () => undefined,
      onBroken: () => undefined,
      onBlocked: () => undefined,
      openBucket: null,
      onLeaving: () => undefined,
      onTrouble: (trouble) => world.told.push(trouble),
    });
    if (app.state === 'newer') throw new Error('newer');
    await app.finish();
    return app.services;
  };
  return Object.assign(world, { start });
}

const right = { exerciseId: 'a1', answer: { type: 'TRUE_FALSE', value: true } } as const;

async function learnerOn(world: ReturnType<typeof device>) {
  const services = await world.start();
  const { id: userId } = unwrap(await services.profiles.create({ displayName: 'Ada' }));
  return { services, userId };
}
const linesOf = ({ lines }: MemoryJournal): number => lines.length;

describe('on a full disk', () => {
  test('an answer goes where the reserve was, and the learner is told once', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    Object.assign(world, { reserve: 1 }).disk.isFull = true;
    expect(await services.attempts.submit(submission({ userId, ...right }))).toMatchObject({ ok: true });
    expect(await services.attempts.history(userId, 'a1')).toHaveLength(1);
    expect(world.told).toEqual([{ type: 'DiskFull', last: 'saved' }]);
  });

  test('an answer that even then does not fit is kept in the journal, said to be kept, and back once there is room', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    world.disk.isFull = true;
    for (const exerciseId of ['a1', 'a2']) {
      const submitted = await services.attempts.submit(submission({ userId, ...right, exerciseId }));
      expect(submitted).toEqual({ ok: false, error: { type: 'QuotaExceeded', isKept: true } });
    }
    expect(await services.attempts.history(userId, 'a1')).toEqual([]);
    expect(world.told).toEqual([{ type: 'DiskFull', last: 'kept' }]);

    // A start that finds the disk as full as before comes up all the same.
    const still = await world.start();
    expect(await still.attempts.history(userId, 'a1')).toEqual([]);

    world.disk.isFull = false;
    const later = await world.start();
    for (const exerciseId of ['a1', 'a2']) expect(await later.attempts.history(userId, exerciseId)).toHaveLength(1);
    expect(later.recovery.news.get()).toMatchObject({ attempts: 2 });
  });

  test('an answer that nothing takes is said to be on the screen alone', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    world.disk.isFull = world.isJournalFull = true;
    const submitted = await services.attempts.submit(submission({ userId, ...right }));
    expect(submitted).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
    expect(world.told).toEqual([{ type: 'JournalFull' }, { type: 'DiskFull', last: 'refused' }]);
  });

  test('a draft is kept once however often it is tried again, and is there at the next start', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    world.disk.isFull = true;
    const draft = await services.drafts.open(userId, 'a1', () => undefined);
    const answer = { type: 'TRUE_FALSE', value: true } as const;
    const before = linesOf(world.memory);
    for (let n = 0; n < 5; n++) {
      expect(await draft.save({ answer })).toEqual({ ok: false, error: { type: 'QuotaExceeded', isKept: true } });
    }
    expect(linesOf(world.memory)).toBe(before + 1);
    draft.close();
    world.disk.isFull = false;
    expect(await (await world.start()).drafts.watch(userId, 'a1')).toMatchObject({ answer });
  });

  test('a new profile, another name and a setting are refused by a typed error', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    world.disk.isFull = world.isJournalFull = true;
    const refused = { ok: false, error: { type: 'QuotaExceeded' } };
    expect(await services.profiles.create({ displayName: 'Bob' })).toEqual(refused);
    expect(await services.profiles.rename(userId, 'Bea')).toEqual(refused);
    await expect(services.settings.set(userId, { theme: 'dark' })).rejects.toBeInstanceOf(QuotaExceeded);
    await expect(services.attempts.skip({ userId, exerciseId: 'a1' })).rejects.toBeInstanceOf(QuotaExceeded);
    expect((await services.profiles.list()).map(({ displayName }) => displayName)).toEqual(['Ada']);
    expect((await services.settings.values(userId)).theme).toBe('system');
  });

  test('a course that does not fit is refused by a typed error, does not use the reserve up, and keeps no app from starting', async () => {
    const world = device();
    const { services } = await learnerOn(world);
    Object.assign(world, { reserve: 1 }).disk.isFull = true;
    const more = makeBundle({ id: 'js', lessons: { x: ['x1'] } });
    await expect(services.courses.install(more)).rejects.toBeInstanceOf(QuotaExceeded);
    expect(world.reserve).toBe(1);
    world.bundled.push(more);
    expect(await (await world.start()).profiles.list()).toHaveLength(1);
    expect(world.told).toEqual([{ type: 'DiskFull', last: 'kept' }]);
  });

  test('a backup is made in every state, though the device cannot remember it', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    await services.attempts.submit(submission({ userId, ...right }));
    world.disk.isFull = true;
    for (const isJournalFull of [false, true]) {
      world.isJournalFull = isJournalFull;
      expect((await services.backups.exportAll()).text).toContain(userId);
    }
    expect(await services.backups.made()).toEqual([]);
  });

  test('a backup or a course that would not fit is refused before it begins, and what is wanting is named', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    const { text } = await services.backups.exportAll();
    const before = linesOf(world.memory);
    world.estimate = { usage: 990, quota: 1_000 };
    const refused = { ok: false, error: { type: 'QuotaExceeded', missing: 4_000_000 - 10 + 3 * text.length } };
    expect(await services.backups.restore(text, { mode: 'merge' })).toEqual(refused);
    expect(await services.backups.restoreIntoEmpty(text)).toEqual(refused);
    await expect(services.courses.install(makeBundle({ id: 'js' }))).rejects.toMatchObject({ type: 'QuotaExceeded', missing: expect.any(Number) as number });
    expect(linesOf(world.memory)).toBe(before);
    expect(await services.courses.library(userId)).toHaveLength(1);
  });

  test('a restore that the disk refuses all the same changes nothing and has its words', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    for (const exerciseId of ['a1', 'a2', 'b1']) await services.attempts.submit(submission({ userId, ...right, exerciseId }));
    const { text } = await services.backups.exportAll();
    await services.profiles.erase(userId);
    world.disk.isFull = world.isJournalFull = true;
    const restored = await services.backups.restore(text.replaceAll(userId, uuidV7()), { mode: 'merge' });
    expect(restored).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
    expect(await services.profiles.list()).toEqual([]);
  });

  test('an erasure is never taken for done', async () => {
    const world = device();
    const { services, userId } = await learnerOn(world);
    await services.attempts.submit(submission({ userId, ...right }));
    const before = linesOf(world.memory);
    world.disk.isFull = true;
    await expect(services.profiles.erase(userId)).rejects.toBeInstanceOf(QuotaExceeded);
    expect(linesOf(world.memory)).toBe(before);
    expect(await services.attempts.history(userId, 'a1')).toHaveLength(1);
  });
});
