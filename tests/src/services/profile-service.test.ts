import { describe, expect, it } from 'vitest';
import { NAME_LIMIT } from '../../../src/services/name-profile.ts';
import { answerTrueFalse, enrolled } from './learner.ts';
import { freshDevice, signUp } from './set-up.ts';
import { everythingIn } from '../../db/open.ts';

describe('a profile', () => {
  it('needs a name and nothing else, and is the current one', async () => {
    const device = await freshDevice();
    expect(await device.services.profiles.current()).toBeNull();
    const user = await signUp(device, '  Ada   Lovelace ');
    expect(user).toMatchObject({ displayName: 'Ada Lovelace', username: 'ada-lovelace', email: null, passwordHash: null, isActive: true });
    expect(await device.services.profiles.current()).toEqual(user);
  });

  it('without a name, or with a very long one, is refused with a reason', async () => {
    const { services } = await freshDevice();
    expect(await services.profiles.create({ displayName: ' \n ' })).toEqual({ ok: false, error: { type: 'NameMissing' } });
    const tooLong = { ok: false, error: { type: 'NameTooLong', limit: NAME_LIMIT } };
    expect(await services.profiles.create({ displayName: 'x'.repeat(NAME_LIMIT + 1) })).toEqual(tooLong);
    expect(await services.profiles.create({ displayName: '🙂'.repeat(NAME_LIMIT) })).toMatchObject({ ok: true });
    expect(await services.profiles.list()).toHaveLength(1);
  });

  it('gets a username of its own, whatever the script and whoever had it before', async () => {
    const device = await freshDevice();
    const first = await signUp(device, 'Zoë');
    await device.services.profiles.remove(first.id);
    expect((await signUp(device, 'zoe')).username).toBe('zoe-2');
    expect((await signUp(device, 'Женя')).username).toBe('женя');
    expect((await signUp(device, '🙂')).username).toBe('learner');
  });

  it('can be renamed, and another one taken up', async () => {
    const device = await freshDevice();
    const [ada, ben] = [await signUp(device, 'Ada'), await signUp(device, 'Ben')];
    expect((await device.services.profiles.current())?.id).toBe(ben.id);
    await device.services.profiles.switchTo(ada.id);
    expect(await device.services.profiles.rename(ada.id, 'Ada L')).toMatchObject({ ok: true, value: { displayName: 'Ada L', username: 'ada' } });
    expect(await device.services.profiles.current()).toMatchObject({ id: ada.id, displayName: 'Ada L' });
  });
});

describe('R5: removing and erasing', () => {
  it('a removed profile is off the list, and keeps all its history', async () => {
    const device = await enrolled();
    await answerTrueFalse(device, device.userId, 'a1', true);
    const ben = await signUp(device, 'Ben');
    await device.services.profiles.switchTo(device.userId);
    await device.services.profiles.remove(device.userId);
    expect((await device.services.profiles.list()).map(({ id }) => id)).toEqual([ben.id]);
    expect((await device.services.profiles.current())?.id).toBe(ben.id);
    expect(await device.services.attempts.history(device.userId, 'a1')).toHaveLength(1);
  });

  it('erasing deletes the learner and all that hangs on them; the undo brings it all back', async () => {
    const device = await enrolled();
    const { services, repositories, userId } = device;
    await answerTrueFalse(device, userId, 'a1', true);
    await services.progress.advanceToNextLesson(userId, 'py', 'a');
    await services.settings.set(userId, { theme: 'dark' });
    const before = await everythingIn(repositories);

    const erasure = await services.profiles.erase(userId);
    const after = await everythingIn(repositories);
    for (const table of ['users', 'exerciseAttempts', 'progressSnapshots', 'learningFacts', 'drafts']) {
      expect([table, after[table]]).toEqual([table, []]);
    }
    expect(after.tombstones).toMatchObject([{ userId, courseId: null }]);
    expect(await services.profiles.current()).toBeNull();

    await erasure.undo();
    expect(await everythingIn(repositories)).toEqual(before);
    expect((await services.profiles.current())?.id).toBe(userId);
  });

  it('erasing one course leaves the learner, their other courses, and the course', async () => {
    const device = await enrolled();
    const { services, repositories, userId } = device;
    const { makeBundle } = await import('./bundle.ts');
    await services.courses.install(makeBundle({ id: 'js', lessons: { x: ['x1'] } }));
    for (const id of ['a1', 'x1']) await answerTrueFalse(device, userId, id, true);
    const erasure = await services.profiles.eraseCourse(userId, 'py');
    expect((await repositories.attempts.getRecent(userId, 9)).map(({ exerciseId }) => exerciseId)).toEqual(['x1']);
    expect((await services.courses.library(userId)).map(({ course, progress }) => [course.id, progress?.percentage])).toEqual([
      ['py', undefined],
      ['js', 100],
    ]);
    await answerTrueFalse(device, userId, 'b1', true);
    await erasure.undo();
    expect(await repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completedExerciseIds: ['a1', 'b1'] });
  });

  it('erasing names the backups that still hold the learner', async () => {
    const device = await enrolled();
    const { services, userId } = device;
    const all = await services.backups.exportAll();
    const ben = await signUp(device, 'Ben');
    await services.backups.exportAll({ userId: ben.id });
    const mine = await services.backups.exportAll({ userId });
    const { backups } = await services.profiles.erase(userId);
    expect(backups.map(({ name }) => name)).toEqual([mine.name, all.name]);
  });
});
