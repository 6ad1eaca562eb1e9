import { describe, expect, it } from 'vitest';
import { QuotaExceeded } from '../../../db/errors.ts';
import { SCHEMA_VERSION } from '../../../db/versions/all.ts';
import { makeBundle } from './bundle.ts';
import { answerTrueFalse, enrolled, unwrap } from './learner.ts';
import { freshDevice, signUp } from './set-up.ts';
import { everythingIn } from '../../db/open.ts';

async function halfWay() {
  const device = await enrolled();
  const { services, userId } = device;
  await answerTrueFalse(device, userId, 'a1', false);
  await answerTrueFalse(device, userId, 'a1', true);
  await services.progress.advanceToNextLesson(userId, 'py', 'a');
  await services.settings.set(userId, { theme: 'sepia' });
  return { ...device, backup: await services.backups.exportAll() };
}
const LEARNERS = ['users', 'exerciseAttempts', 'progressSnapshots', 'learningFacts', 'drafts', 'chatMessages'];

type Change = (file: { tables: Record<string, Record<string, unknown>[]> } & Record<string, unknown>) => void;

/** As a file of the time before there were checks. */
const unchecked = (text: string): string => altered(text, (file) => ['checks', 'again', 'sha256'].forEach((name) => Reflect.deleteProperty(file, name)));

/** The file with one thing in it changed. */
function altered(text: string, change: Change): string {
  const file = JSON.parse(text) as Parameters<Change>[0];
  change(file);
  return JSON.stringify(file);
}

describe('a backup', () => {
  it('says what is in it before it is restored', async () => {
    const { services, userId, backup } = await halfWay();
    expect(backup.name).toMatch(/^hornbook-\d{4}-\d\d-\d\d-\d{4}\.json$/);
    expect(await services.backups.inspect(backup.text)).toMatchObject({
      ok: true,
      value: {
        app: '0.1.0-test',
        schema: SCHEMA_VERSION,
        users: [{ id: userId, displayName: 'Ada', attempts: 2 }],
        courseCount: 1,
        attemptCount: 2,
        draftCount: 1,
      },
    });
  });

  it('goes out of a full disk too, where not even a note about it can be written', async () => {
    const { services, repositories, backup } = await halfWay();
    Object.assign(repositories.settings, { set: () => Promise.reject(new QuotaExceeded()) });
    const { text } = await services.backups.exportAll();
    expect(await services.backups.inspect(text)).toMatchObject({ ok: true, value: { attemptCount: 2, damage: null } });
    expect((await services.backups.made()).map(({ name }) => name)).toEqual([backup.name]);
  });

  it('restores into an empty device, whole, and its learner is the current one', async () => {
    const { repositories, userId, backup } = await halfWay();
    const fresh = await freshDevice();
    const { users } = unwrap(await fresh.services.backups.restoreIntoEmpty(backup.text));
    expect(users.map(({ id }) => id)).toEqual([userId]);
    const [there, here] = [await everythingIn(repositories), await everythingIn(fresh.repositories)];
    for (const table of [...LEARNERS, 'courses', 'lessons', 'exercises']) expect([table, here[table]]).toEqual([table, there[table]]);
    expect(await fresh.services.profiles.current()).toMatchObject({ id: userId });
    expect(await fresh.services.settings.values(userId)).toMatchObject({ theme: 'sepia' });
  });

  it('R8: made before an update of its course tells what the update did', async () => {
    const { userId, backup } = await halfWay();
    const fresh = await freshDevice();
    await fresh.services.courses.install(makeBundle({ version: '2.0.0', lessons: { a: ['a1', 'a2'], b: ['b1'], c: ['c1'], d: ['d1'] } }));
    unwrap(await fresh.services.backups.restoreIntoEmpty(backup.text));
    expect(await fresh.services.courses.change(userId, 'py')).toMatchObject({ version: '2.0.0', percentageAfter: 25 });
  });

  it('of one learner holds nothing of another', async () => {
    const device = await halfWay();
    const ben = await signUp(device, 'Ben');
    const { name, text } = await device.services.backups.exportAll({ userId: ben.id });
    expect(name).toMatch(/^hornbook-ben-/);
    expect(text).not.toContain(device.userId);
    const fresh = await freshDevice();
    expect(unwrap(await fresh.services.backups.restoreIntoEmpty(text)).users).toMatchObject([{ displayName: 'Ben' }]);
  });

  it('R15: written for an earlier schema restores into this one', async () => {
    const { services, userId } = await halfWay();
    const { text } = await services.backups.exportAll({ schema: 1 });
    expect(await services.backups.inspect(text)).toMatchObject({ ok: true, value: { schema: 1, attemptCount: 2, draftCount: 0 } });
    const fresh = await freshDevice();
    unwrap(await fresh.services.backups.restoreIntoEmpty(text));
    expect(await fresh.repositories.progress.getUserProgress(userId, 'py')).toMatchObject({
      completedLessonIds: ['a'],
      completedExerciseIds: ['a1'],
      rectifiedExerciseIds: ['a1'],
    });
  });

  it('brings no course over one that is installed, and keeps what only its history knows', async () => {
    const { userId, backup } = await halfWay();
    const fresh = await freshDevice();
    await fresh.services.courses.install(makeBundle({ version: '2.0.0', lessons: { a: ['a2', 'new'], c: ['c1'] } }));
    unwrap(await fresh.services.backups.restoreIntoEmpty(backup.text));
    const overview = await fresh.services.courses.overview(userId, 'py');
    expect(overview?.lessons.map(({ lesson, exercises }) => [lesson.id, exercises.map(({ id }) => id)])).toEqual([
      ['a', ['a2', 'new']],
      ['c', ['c1']],
    ]);
    expect(await fresh.services.attempts.history(userId, 'a1')).toHaveLength(2);
    expect(await fresh.repositories.progress.getUserProgress(userId, 'py')).toMatchObject({
      totals: { lessons: 2, exercises: 3 },
      completedLessonIds: ['a'],
      completionPercentage: 50,
    });
  });

  it('R5: does not bring back a learner who was erased here', async () => {
    const { services, userId, repositories, backup } = await halfWay();
    await services.profiles.erase(userId);
    expect(unwrap(await services.backups.restoreIntoEmpty(backup.text)).users).toEqual([]);
    expect((await everythingIn(repositories, { userId })).exerciseAttempts).toEqual([]);
  });

  it('brings back a profile that was removed here, and makes room for a name that is taken', async () => {
    const { services, userId, backup } = await halfWay();
    await services.profiles.remove(userId);
    expect(unwrap(await services.backups.restoreIntoEmpty(backup.text)).users).toMatchObject([{ id: userId, isActive: true }]);
    const other = await freshDevice();
    const otherAda = await signUp(other);
    await other.services.profiles.remove(otherAda.id);
    expect(unwrap(await other.services.backups.restoreIntoEmpty(backup.text)).users).toMatchObject([{ id: userId, username: 'ada-2' }]);
  });
});

describe('a backup is refused', () => {
  it('where there is a profile already', async () => {
    const { backup } = await halfWay();
    const other = await enrolled();
    expect(await other.services.backups.restoreIntoEmpty(backup.text)).toEqual({ ok: false, error: { type: 'NotEmpty' } });
  });

  it.each([
    ['', { type: 'NotJson' }],
    ['{"format": "hornbook-backup"', { type: 'NotJson' }],
    ['null', { type: 'NotABackup' }],
    ['[]', { type: 'NotABackup' }],
    ['{"format":"anki","schema":1,"app":"1","madeAt":1,"tables":{}}', { type: 'NotABackup' }],
    ['{"format":"hornbook-backup","schema":1.5,"app":"1","madeAt":1,"tables":{}}', { type: 'NotABackup' }],
    ['{"format":"hornbook-backup","schema":0,"app":"1","madeAt":1,"tables":{}}', { type: 'NotABackup' }],
    ['{"format":"hornbook-backup","schema":2,"app":"1","madeAt":1}', { type: 'NotABackup' }],
    ['{"format":"hornbook-backup","schema":99,"app":"9","madeAt":1,"tables":{}}', { type: 'DataNewerThanApp', found: 99, known: SCHEMA_VERSION }],
  ])('when it reads %s', async (text, error) => {
    const { services, repositories } = await freshDevice();
    expect(await services.backups.inspect(text)).toMatchObject({ ok: false, error });
    const before = await everythingIn(repositories);
    expect(await services.backups.restoreIntoEmpty(text)).toMatchObject({ ok: false, error });
    expect(await everythingIn(repositories)).toEqual(before);
  });
});

describe('a damaged backup is restored as far as it is good', () => {
  it.each([
    ['{"format":"hornbook-backup","schema":2,"app":"1","madeAt":1,"tables":{"users":{}}}'],
    ['{"format":"hornbook-backup","schema":1,"app":"1","madeAt":1,"tables":{"users":[7]}}'],
    ['{"format":"hornbook-backup","schema":2,"app":"1","madeAt":1,"tables":{"users":[{"id":""}]}}'],
  ])('and says what is missing: %s', async (text) => {
    const { services } = await freshDevice();
    const damage = { lost: [{ table: 'users', rows: 1, of: 1 }], isSure: false };
    expect(await services.backups.inspect(text)).toMatchObject({ ok: true, value: { users: [], damage } });
    expect(await services.backups.restoreIntoEmpty(text)).toMatchObject({ ok: true, value: { users: [], damage } });
  });

  it('without the row whose field is missing, wrong or unknown', async () => {
    const { services, backup } = await halfWay();
    const lost = [{ table: 'exerciseAttempts', rows: 1, of: 2 }];
    for (const own of [{ verdict: 'PERFECT' }, { score: null }, { admin: true }]) {
      const change: Change = ({ tables }) => Object.assign(tables.exerciseAttempts?.[1] ?? {}, own);
      for (const text of [altered(backup.text, change), unchecked(altered(backup.text, change))]) {
        expect(await services.backups.inspect(text)).toMatchObject({ ok: true, value: { attemptCount: 1, damage: { lost } } });
        const fresh = await freshDevice();
        const { users, brought } = unwrap(await fresh.services.backups.restoreIntoEmpty(text));
        expect(users).toHaveLength(1);
        expect(brought).toMatchObject({ exerciseAttempts: 1, learningFacts: 1 });
      }
    }
  });

  it('without what hangs on rows that are nowhere, and with what comes twice once', async () => {
    const { backup } = await halfWay();
    const orphan = unchecked(altered(backup.text, ({ tables }) => Object.assign(tables.exerciseAttempts?.[1] ?? {}, { exerciseId: 'nowhere' })));
    const first = await freshDevice();
    expect(unwrap(await first.services.backups.restoreIntoEmpty(orphan))).toMatchObject({
      brought: { exerciseAttempts: 1 },
      damage: { lost: [{ table: 'exerciseAttempts', rows: 1, of: 2 }] },
    });
    const double = unchecked(altered(backup.text, ({ tables }) => tables.users?.push({ ...tables.users[0] })));
    const second = await freshDevice();
    expect(unwrap(await second.services.backups.restoreIntoEmpty(double))).toMatchObject({ brought: { users: 1, exerciseAttempts: 2 } });
  });

  it('R9: with progress worked out anew, where the file is cut off behind what the learner did', async () => {
    const { userId, backup } = await halfWay();
    const fresh = await freshDevice();
    await fresh.services.courses.install(makeBundle());
    const cut = backup.text.slice(0, backup.text.indexOf('"progressSnapshots":['));
    expect(unwrap(await fresh.services.backups.restoreIntoEmpty(cut)).brought).toMatchObject({ exerciseAttempts: 2, progressSnapshots: 1 });
    expect(await fresh.repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completedExerciseIds: ['a1'], completedLessonIds: ['a'] });
  });

  it('with a learner without a name, where their own row is lost and what they did is not', async () => {
    const { services, userId, backup } = await halfWay();
    const { text } = await services.backups.exportAll({ schema: 1 });
    for (const whole of [backup.text, text]) {
      const fresh = await freshDevice();
      const { users } = unwrap(await fresh.services.backups.restoreIntoEmpty(altered(whole, ({ tables }) => Object.assign(tables.users?.[0] ?? {}, { username: 7 }))));
      expect(users).toMatchObject([{ id: userId, displayName: 'Learner' }]);
      expect(await fresh.services.attempts.history(userId, 'a1')).toHaveLength(2);
      expect(await fresh.repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completedLessonIds: ['a'] });
    }
  });
});
