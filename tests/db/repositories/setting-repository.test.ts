import { expect, it } from 'vitest';
import { makeSetting } from '../../factories/setting.ts';
import { makeUser } from '../../factories/user.ts';
import { freshDatabase } from '../open.ts';

it('a setting belongs to the device or to a learner, and each has its own', async () => {
  const { repositories } = await freshDatabase();
  const { id: userId } = await repositories.users.create(makeUser());
  const device = await repositories.settings.set(null, 'theme', 'dark');
  const mine = await repositories.settings.set(userId, 'theme', { name: 'sepia', since: [1, null] });
  expect(await repositories.settings.get(null, 'theme')).toEqual(device);
  expect(await repositories.settings.get(userId, 'theme')).toEqual(mine);
  expect(await repositories.settings.get(userId, 'textSize')).toBeNull();
  expect(await repositories.settings.getAll(null)).toEqual([device]);
  expect(await repositories.settings.getAll(userId)).toEqual([mine]);
});

it('a setting is changed in place', async () => {
  const { repositories } = await freshDatabase();
  const { key, value } = makeSetting();
  const before = await repositories.settings.set(null, key, value);
  const after = await repositories.settings.set(null, key, false);
  expect(after).toEqual({ ...before, value: false, updatedAt: after.updatedAt });
  expect(after.updatedAt).toBeGreaterThan(before.updatedAt);
});

it('R1: a setting of nobody is refused', async () => {
  const { repositories } = await freshDatabase();
  await expect(repositories.settings.set('nobody', 'theme', 'dark')).rejects.toMatchObject({ type: 'ForeignKeyViolation' });
});
