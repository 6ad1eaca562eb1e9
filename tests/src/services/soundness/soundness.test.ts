import { describe, expect, it } from 'vitest';
import type { HornbookDatabase } from '../../../../db/database.ts';
import { draftId, snapshotId, tombstoneId } from '../../../../db/models/ids.ts';
import { createRepositories } from '../../../../db/repositories.ts';
import { asBundled } from '../../../../src/packs/bundle-mark.ts';
import type { Environment } from '../../../../src/services/environment.ts';
import { createJournalKeeper } from '../../../../src/services/journal/keeper.ts';
import { localToday } from '../../../../src/services/local-today.ts';
import { createServices } from '../../../../src/services/services.ts';
import type { Checkup } from '../../../../src/services/soundness/finding.ts';
import { everythingIn, freshDatabase } from '../../../db/open.ts';
import { docOf, packOf } from '../../packs/pack/pack-files.ts';
import { CHOICE, courseFiles, lessonWith } from '../../packs/source/course-files.ts';
import { makeBundle } from '../bundle.ts';
import { createFakeLocks } from '../fake-locks.ts';
import { fakePlatform } from '../fake-platform.ts';
import { createFakeRunner } from '../fake-runner.ts';
import { answerTrueFalse, unwrap } from '../learner.ts';

/** A learner with answers, a draft, a skip and a lesson gone past, as the app itself writes them, with its journal. */
async function learned() {
  const { db, clock } = await freshDatabase();
  const now = () => clock.read();
  const platform = fakePlatform(createFakeLocks().forTab());
  const unjournaled = createRepositories(db, { now });
  const keeper = createJournalKeeper({ ...platform, now, schema: unjournaled.schemaVersion });
  const strict = createRepositories(db, { now, onCommitted: (changes) => keeper.onCommitted(changes) });
  let ids = 0;
  const environment: Environment = {
    ...{ strict, unjournaled, relaxed: strict, runner: createFakeRunner(), platform, now, tabId: 'tab 1' },
    newId: () => `id-${String(ids++).padStart(4, '0')}`,
    today: localToday,
    bundledCourses: () => [asBundled(makeBundle())],
  };
  const services = createServices(environment);
  await services.courses.installBundled();
  const { id: userId } = unwrap(await services.profiles.create({ displayName: 'Ada' }));
  await answerTrueFalse({ services }, userId, 'a1', false);
  await answerTrueFalse({ services }, userId, 'a1', true);
  await services.progress.advanceToNextLesson(userId, 'py', 'a');
  const draft = await services.drafts.open(userId, 'b1', () => undefined);
  await draft.save({ hintsShown: 1 });
  draft.close();
  await keeper.flush();
  const soundness = await services.soundness();
  const attempts = await strict.attempts.getByExercise(userId, 'a1');
  return { db, strict, services, soundness, userId, attemptId: attempts[0]?.id ?? '', draft: draftId(userId, 'b1'), snapshot: snapshotId(userId, 'py') };
}
type Learned = Awaited<ReturnType<typeof learned>>;

/** Writes past every rule, as damage does. */
const plant = (db: HornbookDatabase, table: string, id: string, change: object): Promise<number> =>
  Promise.resolve(db.table(table).where(':id').equals(id).modify((row: object) => void Object.assign(row, change)));
const take = (db: HornbookDatabase, table: string, id: string): Promise<void> => Promise.resolve(db.table(table).delete(id));

const told = ({ findings }: Checkup) => findings.map(({ kind, table, cure }) => `${table} ${kind} ${cure}`).sort();

describe('a check', () => {
  it('counts every row and finds nothing where nothing is amiss', async () => {
    const { soundness, strict } = await learned();
    const counts = Object.values(await strict.count()).reduce((sum, count) => sum + count, 0);
    const shares: number[] = [];
    const checkup = await soundness.check((share) => shares.push(share));
    expect(checkup).toMatchObject({ rows: counts, findings: [] });
    expect(checkup.compared).toBeGreaterThan(4);
    expect(shares.at(-1)).toBe(1);
  });

  it('changes nothing', async () => {
    const { soundness, strict, db, snapshot } = await learned();
    await plant(db, 'progressSnapshots', snapshot, { completionPercentage: 99 });
    const before = await everythingIn(strict);
    await soundness.check();
    expect(await everythingIn(strict)).toEqual(before);
  });

  it('R5: takes what was erased for no loss, and what was undone for no loss either', async () => {
    const { soundness, services, userId } = await learned();
    const erasure = await services.profiles.eraseCourse(userId, 'py');
    expect((await soundness.check()).findings).toEqual([]);
    await erasure.undo();
    expect((await soundness.check()).findings).toEqual([]);
    await services.profiles.erase(userId);
    expect((await soundness.check()).findings).toEqual([]);
  });

  it('R6: takes a removed course for no damage', async () => {
    const { soundness, services, userId } = await learned();
    await services.courses.remove('py');
    expect((await soundness.check()).findings).toEqual([]);
    expect(await services.courses.library(userId)).toEqual([]);
    await services.courses.bringBack('py');
    expect(await services.courses.library(userId)).toMatchObject([{ course: { id: 'py' }, progress: { exercisesDone: 1 } }]);
  });
});

it('what came from a file is read again from the file that was kept', async () => {
  const { db, services, soundness, strict } = await learned();
  const offer = unwrap(await (await services.packs()).open(new Blob([await packOf(docOf(courseFiles(lessonWith(CHOICE))))])));
  unwrap(await offer.install(() => undefined, new AbortController().signal));
  offer.close();
  const before = await strict.exercises.getById('tea:tea.kind');
  await plant(db, 'exercises', 'tea:tea.kind', { prompt: 7 });
  expect(told(await soundness.check())).toEqual(['exercises row course']);
  await soundness.repair({ discard: false });
  expect(await strict.exercises.getById('tea:tea.kind')).toMatchObject({ prompt: before?.prompt });
  expect((await soundness.check()).findings).toEqual([]);

  await plant(db, 'exercises', 'tea:tea.kind', { prompt: 7 });
  await db.table('packFiles').clear();
  expect(told(await soundness.check())).toEqual(['exercises row none']);
});

type Damage = readonly [name: string, harm: (learned: Learned) => Promise<unknown>, found: readonly string[]];
const MENDABLE: readonly Damage[] = [
  ['a snapshot that says too much', ({ db, snapshot }) => plant(db, 'progressSnapshots', snapshot, { completionPercentage: 100 }), ['progressSnapshots snapshot recompute']],
  ['a snapshot that is gone', ({ db, snapshot }) => take(db, 'progressSnapshots', snapshot), ['progressSnapshots snapshot recompute']],
  ['a snapshot of a strange shape', ({ db, snapshot }) => plant(db, 'progressSnapshots', snapshot, { totals: 'many' }), ['progressSnapshots row recompute']],
  ['a snapshot at a lesson that never was', ({ db, snapshot }) => plant(db, 'progressSnapshots', snapshot, { currentLessonId: 'nowhere' }), ['progressSnapshots reference recompute']],
  ['an answer that was changed', ({ db, attemptId }) => plant(db, 'exerciseAttempts', attemptId, { score: 0.5 }), ['exerciseAttempts changed journal']],
  ['an answer of a strange shape', ({ db, attemptId }) => plant(db, 'exerciseAttempts', attemptId, { score: 'high' }), ['exerciseAttempts row journal']],
  ['an answer that is gone', ({ db, attemptId }) => take(db, 'exerciseAttempts', attemptId), ['exerciseAttempts missing journal', 'progressSnapshots snapshot recompute']],
  ['a day that says too much', ({ db, userId }) => Promise.resolve(db.table('activityDays').where(':id').startsWith(userId).modify({ attempts: 9 })), ['activityDays activity recompute']],
  ['days that are gone', ({ db }) => Promise.resolve(db.table('activityDays').clear()), ['activityDays activity recompute']],
  ['an exercise that its lesson does not find', ({ db }) => plant(db, 'exercises', 'a2', { listedIn: 'b' }), ['exercises hidden rewrite']],
  ['a draft that is gone', ({ db, draft }) => take(db, 'drafts', draft), ['drafts missing journal']],
  ['a draft of a strange shape', ({ db, draft }) => plant(db, 'drafts', draft, { hintsShown: -1 }), ['drafts row journal']],
  ['a profile with a field of no rule', ({ db, userId }) => plant(db, 'users', userId, { colour: 'red' }), ['users row journal']],
  ['a profile that no look-up finds', ({ db, userId }) => plant(db, 'users', userId, { isLive: 0 }), ['users hidden rewrite']],
  ['an exercise of a strange shape', ({ db }) => plant(db, 'exercises', 'a2', { prompt: 7 }), ['exercises row course']],
  ['an exercise that is gone, with answers to it', ({ db }) => take(db, 'exercises', 'a1'), ['exerciseAttempts reference course', 'exerciseAttempts reference course']],
  ['two lessons in one place', ({ db }) => plant(db, 'lessons', 'b', { order: 1 }), ['lessons double course']],
];

describe('damage of each kind is found, and mended', () => {
  it.each(MENDABLE)('%s', async (_, damage, found) => {
    const device = await learned();
    const { soundness, strict, userId } = device;
    const before = await everythingIn(strict);
    await damage(device);
    const checkup = await soundness.check();
    expect(told(checkup)).toEqual(expect.arrayContaining([...found]));
    expect(await soundness.keepsake(checkup)).toBeNull();
    expect((await soundness.repair({ discard: false })).findings).toEqual([]);
    const after = await everythingIn(strict);
    for (const table of ['users', 'exerciseAttempts', 'learningFacts', 'drafts']) expect(after[table]).toEqual(before[table]);
    expect(await strict.progress.getUserProgress(userId, 'py')).toMatchObject({ completedExerciseIds: ['a1'], rectifiedExerciseIds: ['a1'] });
  });

  it('all of them at once', async () => {
    const device = await learned();
    for (const [, damage] of MENDABLE) await damage(device).catch(() => undefined);
    await device.soundness.check();
    expect(told(await device.soundness.repair({ discard: false }))).toEqual([]);
  });
});

describe('what nothing mends', () => {
  async function beyondRepair() {
    const device = await learned();
    await device.db.table('chatMessages').add({ id: 'odd', userId: device.userId, role: 'a ghost', createdAt: 1 });
    await device.db.table('learningFacts').add({ id: 'stray', kind: 'LESSON_COMPLETED', userId: 'nobody', courseId: 'py', lessonId: 'a', exerciseId: null, at: 1 });
    return { ...device, checkup: await device.soundness.check() };
  }

  it('is listed, and kept as a file', async () => {
    const { soundness, checkup } = await beyondRepair();
    expect(checkup.findings.every(({ cure }) => cure === 'none')).toBe(true);
    const keepsake = await soundness.keepsake(checkup);
    expect(keepsake?.name).toMatch(/^hornbook-unmendable-/);
    const { rows } = JSON.parse(keepsake?.text ?? '') as { rows: { row: { id: string } }[] };
    expect(new Set(rows.map(({ row }) => row.id))).toEqual(new Set(['odd', 'stray']));
  });

  it('stays where it is until the learner lets it go, and then does not come back', async () => {
    const { soundness, services, strict } = await beyondRepair();
    expect((await soundness.repair({ discard: false })).findings.length).toBeGreaterThan(0);
    expect((await soundness.repair({ discard: true })).findings).toEqual([]);
    await services.recovery.look();
    expect(await strict.lookUp('chatMessages', ['odd'])).toEqual([null]);
  });

  it('leaves no summary that still counts it', async () => {
    const { soundness, services, strict, db, userId } = await learned();
    const [attempt] = await strict.attempts.getByExercise(userId, 'a1');
    await db.table('exerciseAttempts').add({ ...attempt, id: 'odd', score: 'high', createdAt: Date.UTC(2030, 0) });
    await db.table('progressSnapshots').delete(snapshotId(userId, 'py'));
    await soundness.check();
    expect((await soundness.repair({ discard: true })).findings).toEqual([]);
    expect((await services.courses.library(userId))[0]?.progress?.lastActivityAt).toBeLessThan(Date.UTC(2030, 0));
  });

  it('a learner who was erased leaves no row that counts as one', async () => {
    const { soundness, services, strict, userId } = await learned();
    await services.profiles.erase(userId);
    expect(await strict.tombstones.getAll()).toMatchObject([{ id: tombstoneId(userId, null) }]);
    expect((await soundness.check()).findings).toEqual([]);
  });
});

describe('the weight', () => {
  it('is that of the rows as JSON, by course and by profile', async () => {
    const { soundness, strict, userId } = await learned();
    const rows = await everythingIn(strict);
    const sizeOf = (list: readonly object[] = []) => list.reduce<number>((sum, row) => sum + Buffer.byteLength(JSON.stringify(row)), 0);
    const { bytes, content, users, history, rows: count } = await soundness.weigh();
    expect(count).toBe(Object.values(rows).flat().length);
    expect(bytes).toBe(sizeOf(Object.values(rows).flat()));
    expect(content.get('py')).toBe(sizeOf([...(rows.courses ?? []), ...(rows.lessons ?? []), ...(rows.exercises ?? [])]));
    const done = sizeOf([...(rows.exerciseAttempts ?? []), ...(rows.learningFacts ?? []), ...(rows.drafts ?? []), ...(rows.progressSnapshots ?? [])]);
    expect(history.get(userId)?.get('py')).toBe(done);
    expect(users.get(userId)).toBe(done + sizeOf(rows.users));
  });
});
