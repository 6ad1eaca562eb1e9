import fc from 'fast-check';
import { uuidV7 } from '../../../../src/core/uuid-v7.ts';
import { describe, expect, test } from 'vitest';
import { createRepositories, type Repositories } from '../../../../db/repositories.ts';
import { foldEntries, compacted } from '../../../../src/services/journal/fold.ts';
import type { Entry } from '../../../../src/services/journal/entry.ts';
import { readEntry } from '../../../../src/services/journal/read-entry.ts';
import { createJournalKeeper } from '../../../../src/services/journal/keeper.ts';
import { replay } from '../../../../src/services/journal/replay.ts';
import { localToday } from '../../../../src/services/local-today.ts';
import { createServices, type Services } from '../../../../src/services/services.ts';
import { everythingIn, freshDatabase } from '../../../db/open.ts';
import { makeBundle } from '../bundle.ts';
import { createFakeLocks } from '../fake-locks.ts';
import { fakePlatform } from '../fake-platform.ts';
import { createFakeRunner } from '../fake-runner.ts';
import { submission, unwrap } from '../learner.ts';
import { createMemoryJournal, type MemoryJournal } from './memory-journal.ts';

interface Device {
  readonly services: Services;
  readonly strict: Repositories;
  readonly journal: MemoryJournal;
  readonly flush: () => Promise<void>;
}

/** A device whose strict writes reach a journal, with the course installed. */
async function device(): Promise<Device> {
  const { db, clock } = await freshDatabase();
  const journal = createMemoryJournal();
  const platform = fakePlatform(createFakeLocks().forTab());
  const now = (): number => clock.read();
  const relaxed = createRepositories(db, { now });
  const keeper = createJournalKeeper({ journal, notes: platform.notes, now, schema: relaxed.schemaVersion });
  const strict = createRepositories(db, { now, onCommitted: (changes) => keeper.onCommitted(changes) });
  const environment = { strict, unjournaled: relaxed, relaxed, runner: createFakeRunner(), platform, tabId: 'tab', newId: () => uuidV7(), today: localToday, now };
  const services = createServices({ ...environment, bundledCourses: () => [] });
  await services.courses.install(makeBundle());
  return { services, strict, journal, flush: () => keeper.flush() };
}

const entriesOf = ({ lines }: MemoryJournal): Entry[] => lines.map(readEntry).filter((entry) => entry !== null);

/** What a learner could miss: all rows but the content, and the times that recomputing a snapshot sets. */
async function learnersRows(strict: Repositories): Promise<unknown> {
  const { courses, lessons, exercises, progressSnapshots = [], settings = [], ...rest } = await everythingIn(strict);
  const snapshots = progressSnapshots.map((snapshot) => ({ ...snapshot, createdAt: 0, updatedAt: 0 }));
  const own = settings.filter(({ id }) => id !== 'device/installedPacks');
  expect([courses, lessons, exercises].every((content) => (content ?? []).length > 0)).toBe(true);
  return { ...rest, settings: own, snapshots };
}

type Act = (device: Device, userIds: string[]) => Promise<unknown>;
const EXERCISES = ['a1', 'a2', 'b1', 'c1'];
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 8 }).map((name): Act => async ({ services }, ids) => {
    const made = await services.profiles.create({ displayName: name });
    if (made.ok) ids.push(made.value.id);
  }) },
  { weight: 6, arbitrary: fc.tuple(fc.nat(), fc.nat(), fc.boolean()).map(([u, e, value]): Act => async ({ services }, ids) => {
    const userId = pick(ids, u);
    const exerciseId = pick(EXERCISES, e) ?? '';
    if (userId !== undefined) await services.attempts.submit(submission({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value } }));
  }) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.nat()).map(([u, e]): Act => async ({ services }, ids) => {
    const userId = pick(ids, u);
    if (userId !== undefined) await services.attempts.skip({ userId, exerciseId: pick(EXERCISES, e) ?? '' });
  }) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.nat(), fc.boolean()).map(([u, e, value]): Act => async ({ services }, ids) => {
    const userId = pick(ids, u);
    if (userId === undefined) return;
    const draft = await services.drafts.open(userId, pick(EXERCISES, e) ?? '', () => undefined);
    await draft.save({ answer: { type: 'TRUE_FALSE', value } });
    draft.close();
  }) },
  { weight: 1, arbitrary: fc.nat().map((u): Act => async ({ services }, ids) => {
    const userId = pick(ids, u);
    if (userId !== undefined) await services.progress.advanceToNextLesson(userId, 'py', 'a');
  }) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(), fc.constantFrom('rename', 'remove', 'erase', 'erase and undo', 'erase course')).map(([u, how]): Act =>
    async ({ services }, ids) => {
      const userId = pick(ids, u);
      if (userId === undefined) return;
      if (how === 'rename') await services.profiles.rename(userId, 'Renamed');
      if (how === 'remove') await services.profiles.remove(userId);
      if (how === 'erase course') await services.profiles.eraseCourse(userId, 'py');
      if (how === 'erase and undo') await (await services.profiles.erase(userId)).undo();
      if (how === 'remove' || how === 'erase') ids.splice(ids.indexOf(userId), 1);
      if (how === 'erase') await services.profiles.erase(userId);
    }) },
);

describe('the journal', () => {
  test('gives an emptied database back as it was, whatever happened', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const before = await device();
        const ids: string[] = [];
        for (const one of acts) await one(before, ids);
        await before.flush();
        const after = await device();
        const { waiting } = await replay(after.strict, await foldEntries(entriesOf(before.journal)));
        expect(waiting).toBe(0);
        expect(await learnersRows(after.strict)).toEqual(await learnersRows(before.strict));
        // Again, and after a compaction: nothing more.
        const folded = await foldEntries(entriesOf(before.journal));
        const short = compacted(folded, 0, after.strict.schemaVersion).map((entry) => readEntry(JSON.stringify(entry)));
        const again = await replay(after.strict, await foldEntries(short.filter((entry) => entry !== null)));
        expect(again.written).toEqual({});
        expect(await learnersRows(after.strict)).toEqual(await learnersRows(before.strict));
      }),
      { numRuns: 15 },
    );
  });

  test('R5: brings no progress back in a course whose history was erased, but that of working on', async () => {
    const before = await device();
    const { id: userId } = unwrap(await before.services.profiles.create({ displayName: 'Ada' }));
    const answer = async (exerciseId: string): Promise<void> =>
      void unwrap(await before.services.attempts.submit(submission({ userId, exerciseId, answer: { type: 'TRUE_FALSE', value: true } })));
    const expectSame = async (): Promise<void> => {
      const folded = await foldEntries(entriesOf(before.journal));
      for (const entries of [entriesOf(before.journal), compacted(folded, 0, before.strict.schemaVersion)]) {
        const after = await device();
        await replay(after.strict, await foldEntries(entries));
        expect(await learnersRows(after.strict)).toEqual(await learnersRows(before.strict));
      }
    };
    await answer('a1');
    await before.services.profiles.eraseCourse(userId, 'py');
    await expectSame();
    await answer('a2');
    await expectSame();
  });

  test('keeps rows about a course that is not installed until it is', async () => {
    const before = await device();
    const user = unwrap(await before.services.profiles.create({ displayName: 'Ada' }));
    await before.services.courses.install({ ...makeBundle({ id: 'js', lessons: { x: ['x1'] } }) });
    unwrap(await before.services.attempts.submit(submission({ userId: user.id, exerciseId: 'x1', answer: { type: 'TRUE_FALSE', value: true } })));
    const after = await device();
    const folded = await foldEntries(entriesOf(before.journal));
    expect((await replay(after.strict, folded)).waiting).toBeGreaterThan(0);
    expect(await after.strict.attempts.getByExercise(user.id, 'x1')).toEqual([]);
    await after.services.courses.install({ ...makeBundle({ id: 'js', lessons: { x: ['x1'] } }) });
    expect(await replay(after.strict, folded)).toMatchObject({ waiting: 0, written: { exerciseAttempts: 1 } });
    expect(await after.strict.attempts.getByExercise(user.id, 'x1')).toHaveLength(1);
  });

  test('never puts an older state over a newer one', async () => {
    const before = await device();
    const user = unwrap(await before.services.profiles.create({ displayName: 'Ada' }));
    const old = entriesOf(before.journal);
    await before.services.profiles.rename(user.id, 'Ada L.');
    await replay(before.strict, await foldEntries(old));
    expect((await before.strict.users.getById(user.id))?.displayName).toBe('Ada L.');
  });
});
