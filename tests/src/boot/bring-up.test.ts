import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { bringUp } from '../../../src/boot/bring-up.ts';
import { fail } from '../../../src/core/result.ts';
import { asBundled } from '../../../src/packs/bundle-mark.ts';
import type { Trouble } from '../../../src/boot/tell-once.ts';
import { makeBundle } from '../services/bundle.ts';
import { createFakeLocks } from '../services/fake-locks.ts';
import { fakePlatform } from '../services/fake-platform.ts';
import { createFakeRunner } from '../services/fake-runner.ts';
import { submission, unwrap } from '../services/learner.ts';

/** A first start, its journal and its updates watched. */
async function firstStart({ hasJournal = true } = {}) {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  const platform = fakePlatform(createFakeLocks().forTab());
  const seen = { holds: 0, released: 0, told: [] as Trouble[] };
  const hold = () => {
    seen.holds += 1;
    return () => void (seen.released += 1);
  };
  const unavailable = { type: 'JournalUnavailable', reason: 'no OPFS' } as const;
  const journal = hasJournal ? platform.journal : { ...platform.journal, append: () => Promise.resolve(fail(unavailable)) };
  const app = await bringUp({
    runner: createFakeRunner(),
    platform: { ...platform, journal, updates: { ...platform.updates, hold }, storage: { ...platform.storage, estimate: () => Promise.resolve(null) } },
    now: Date.now,
    newId: v7,
    tabId: v7(),
    bundledCourses: () => [asBundled(makeBundle())],
    onStale: () => undefined,
    onBlocked: () => undefined,
    openBucket: null,
    onLeaving: () => undefined,
    onTrouble: (trouble) => seen.told.push(trouble),
  });
  if (app.state === 'newer') throw new Error('newer');
  await app.services.courses.installBundled();
  const { id: userId } = unwrap(await app.services.profiles.create({ displayName: 'Ada' }));
  return { services: app.services, userId, seen, unavailable };
}

const right = { exerciseId: 'a1', answer: { type: 'TRUE_FALSE', value: true } } as const;

test('a check holds an update back as long as it runs, also one that comes to nothing', async () => {
  const { services, userId, seen } = await firstStart();
  const submitted = services.attempts.submit(submission({ userId, ...right }));
  expect(seen).toMatchObject({ holds: 1, released: 0 });
  await submitted;
  expect(seen).toMatchObject({ holds: 1, released: 1 });
  expect(await services.attempts.submit(submission({ userId, ...right, exerciseId: 'none' }))).toMatchObject({ ok: false });
  expect(seen).toMatchObject({ holds: 2, released: 2 });
});

test('where there is no place for a journal the learner works as always, and is told once', async () => {
  const { services, userId, seen, unavailable } = await firstStart({ hasJournal: false });
  for (const exerciseId of ['a1', 'a2', 'b1']) {
    expect(await services.attempts.submit(submission({ userId, ...right, exerciseId }))).toMatchObject({ ok: true });
  }
  expect(seen.told).toEqual([unavailable]);
});
