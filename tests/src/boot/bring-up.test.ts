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

/** A first start where nothing keeps a journal. */
async function firstStart() {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  const platform = fakePlatform(createFakeLocks().forTab());
  const told: Trouble[] = [];
  const unavailable = { type: 'JournalUnavailable', reason: 'no OPFS' } as const;
  const journal = { ...platform.journal, append: () => Promise.resolve(fail(unavailable)) };
  const app = await bringUp({
    runner: createFakeRunner(),
    platform: { ...platform, journal },
    now: Date.now,
    newId: v7,
    tabId: v7(),
    bundledCourses: () => [asBundled(makeBundle())],
    onStale: () => undefined,
    onBlocked: () => undefined,
    openBucket: null,
    onLeaving: () => undefined,
    onTrouble: (trouble) => told.push(trouble),
  });
  if (app.state === 'newer') throw new Error('newer');
  await app.services.courses.installBundled();
  const { id: userId } = unwrap(await app.services.profiles.create({ displayName: 'Ada' }));
  return { services: app.services, userId, told, unavailable };
}

test('where there is no place for a journal the learner works as always, and is told once', async () => {
  const { services, userId, told, unavailable } = await firstStart();
  for (const exerciseId of ['a1', 'a2', 'b1']) {
    expect(await services.attempts.submit(submission({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value: true } }))).toMatchObject({ ok: true });
  }
  expect(told).toEqual([unavailable]);
});
