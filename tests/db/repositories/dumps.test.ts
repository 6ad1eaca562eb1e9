import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../db/versions/all.ts';
import type { AnyDump } from '../../../db/versions/version.ts';
import { makeCourse } from '../../factories/course.ts';
import { makeLesson } from '../../factories/lesson.ts';
import { makeSnapshot } from '../../factories/progress-snapshot.ts';
import { buildWorld } from '../../factories/world.ts';
import { everythingIn, freshDatabase } from '../open.ts';

const sorted = (dump: AnyDump) =>
  Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))]));

async function aBackup() {
  const fresh = await freshDatabase();
  const world = await buildWorld(fresh.repositories, { email: 'Jane@Example.org' });
  return { ...fresh, ...world, backup: JSON.parse(JSON.stringify(await everythingIn(fresh.repositories))) as AnyDump };
}

describe('a backup', () => {
  it('R15: restores into an empty database, times and all, and its rows are found again', async () => {
    const { backup, user } = await aBackup();
    const { repositories } = await freshDatabase();
    const { written } = await (await repositories.dumps()).restoreRows(backup, { version: SCHEMA_VERSION, onExisting: 'refuse' });
    expect(written).toBe(Object.values(backup).flat().length);
    expect(sorted(await everythingIn(repositories))).toEqual(sorted(backup));
    expect(await repositories.users.getByEmail('jane@example.org')).toEqual(user);
    expect(await repositories.users.getActiveUsers()).toEqual([user]);
  });

  it('holds one learner and all content where it is made for one', async () => {
    const { repositories, user } = await aBackup();
    const other = await buildWorld(repositories);
    const dump = await everythingIn(repositories, { userId: user.id });
    expect(dump.users?.map((row) => row.id)).toEqual([user.id]);
    expect(dump.courses).toHaveLength(2);
    expect(JSON.stringify(dump)).not.toContain(other.user.id);
  });

  it('R2: comes back whole or not at all', async () => {
    const { backup } = await aBackup();
    const { repositories } = await freshDatabase();
    const broken = { ...backup, drafts: [{ ...backup.drafts?.[0], hintsShown: 'two' }] };
    await expect((await repositories.dumps()).restoreRows(broken, { version: SCHEMA_VERSION, onExisting: 'refuse' })).rejects.toMatchObject({
      type: 'BulkViolation',
      table: 'drafts',
    });
    expect(Object.values(await everythingIn(repositories)).flat()).toEqual([]);
  });

  it.each([[null], ['text'], [{ users: 'x' }], [{ users: [1] }]])('is refused when it holds no rows by table: %o', async (rows) => {
    const { repositories } = await freshDatabase();
    await expect((await repositories.dumps()).restoreRows(rows, { version: SCHEMA_VERSION, onExisting: 'keep' })).rejects.toMatchObject({ type: 'InvalidValue' });
    await expect((await repositories.dumps()).restoreRows(rows, { version: 1, onExisting: 'keep' })).rejects.toMatchObject({ type: 'InvalidValue' });
  });

  it('R14: is refused when it is newer than the app', async () => {
    const { repositories } = await freshDatabase();
    await expect((await repositories.dumps()).restoreRows({}, { version: SCHEMA_VERSION + 1, onExisting: 'keep' })).rejects.toMatchObject({
      type: 'DataNewerThanApp',
      found: SCHEMA_VERSION + 1,
    });
  });

  it('is refused over rows that are there, unless these are kept', async () => {
    const { repositories, backup } = await aBackup();
    await expect((await repositories.dumps()).restoreRows(backup, { version: SCHEMA_VERSION, onExisting: 'refuse' })).rejects.toMatchObject({
      type: 'BulkViolation',
    });
    const result = await (await repositories.dumps()).restoreRows(backup, { version: SCHEMA_VERSION, onExisting: 'keep' });
    expect(result).toEqual({ written: 0, erased: 0, kept: Object.values(backup).flat().length });
  });

  it('R6: of a course that is newer here, brings what is gone from it back as history only', async () => {
    const { backup, course, lessons, exercises, user } = await aBackup();
    const { repositories } = await freshDatabase();
    await repositories.courses.upsertMany([{ ...makeCourse(), id: course.id, title: 'New edition' }]);
    await repositories.lessons.upsertMany([
      { ...makeLesson({ courseId: course.id, order: lessons[1].order }), id: 'new lesson' },
      { ...makeLesson({ courseId: course.id, order: 99 }), id: lessons[0].id },
    ]);
    await (await repositories.dumps()).restoreRows(backup, { version: SCHEMA_VERSION, onExisting: 'keep' });
    expect((await repositories.courses.getById(course.id))?.title).toBe('New edition');
    const live = await repositories.lessons.getByCourse(course.id);
    expect(live.map((lesson) => lesson.id)).toEqual(['new lesson', lessons[0].id]);
    const retired = await repositories.exercises.getById(exercises[0]?.[1].id ?? '');
    expect(retired?.isRequired).toBe(false);
    expect(await repositories.attempts.getByExercise(user.id, retired?.id ?? '')).toHaveLength(2);
  });

  it('R5: brings nothing back that was erased after it was made', async () => {
    const { repositories, backup, user, course } = await aBackup();
    await (await repositories.erasures()).eraseCourseHistory(user.id, course.id);
    const first = await (await repositories.dumps()).restoreRows(backup, { version: SCHEMA_VERSION, onExisting: 'keep' });
    expect(first).toMatchObject({ written: 0, erased: 21 });
    expect(await repositories.progress.getAllUserProgress(user.id)).toEqual([]);
    await (await repositories.erasures()).erase(user.id);
    const second = await (await repositories.dumps()).restoreRows(backup, { version: SCHEMA_VERSION, onExisting: 'keep' });
    expect(second).toMatchObject({ written: 0, erased: 22 });
    expect(await repositories.users.getAll({ includeDeleted: true })).toEqual([]);
  });

  it('R5: brings back what was done anew after the erasure', async () => {
    const { repositories, user, course, clock } = await aBackup();
    await (await repositories.erasures()).eraseCourseHistory(user.id, course.id);
    clock.now += 1_000;
    await repositories.progress.createOrUpdate(makeSnapshot({ userId: user.id, courseId: course.id }));
    const backup = await everythingIn(repositories);
    const { repositories: empty } = await freshDatabase();
    await (await empty.dumps()).restoreRows(backup, { version: SCHEMA_VERSION, onExisting: 'refuse' });
    expect(await empty.progress.getAllUserProgress(user.id)).toHaveLength(1);
    expect(await empty.tombstones.getAll()).toHaveLength(1);
  });
});
