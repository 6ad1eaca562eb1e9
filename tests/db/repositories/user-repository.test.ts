import { describe, expect, it } from 'vitest';
import { makeUser } from '../../factories/user.ts';
import { freshDatabase } from '../open.ts';

describe('a learner', () => {
  it('is created with the defaults that were left out', async () => {
    const { repositories, clock } = await freshDatabase();
    const user = await repositories.users.create({ id: 'u1', username: 'jane', displayName: 'Jane Smith' });
    expect(user).toEqual({
      id: 'u1',
      username: 'jane',
      displayName: 'Jane Smith',
      email: null,
      passwordHash: null,
      isActive: true,
      preferences: {},
      createdAt: clock.now,
      updatedAt: clock.now,
      deletedAt: null,
    });
  });

  it('R1: has an e-mail of their own, whatever its letter case and Unicode form', async () => {
    const { repositories } = await freshDatabase();
    await repositories.users.create(makeUser({ email: 'Zoë@Example.org' }));
    for (const email of ['zoë@example.org', 'ZOË@EXAMPLE.ORG', 'Zoe\u0308@Example.org'])
      await expect(repositories.users.create(makeUser({ email }))).rejects.toMatchObject({
        type: 'UniqueViolation',
        table: 'users',
        field: 'email',
        value: email,
      });
  });

  it('shares having no e-mail with others', async () => {
    const { repositories } = await freshDatabase();
    await repositories.users.create(makeUser({ email: null }));
    await repositories.users.create(makeUser({ email: null }));
    expect(await repositories.users.getAll()).toHaveLength(2);
  });

  it('R1: has a username of their own', async () => {
    const { repositories } = await freshDatabase();
    await repositories.users.create(makeUser({ username: 'jane' }));
    await expect(repositories.users.create(makeUser({ username: 'jane' }))).rejects.toMatchObject({
      type: 'UniqueViolation',
      field: 'username',
      value: 'jane',
    });
  });

  it('R4: is soft-deleted: deletedAt set, inactive, out of every list and look-up', async () => {
    const { repositories, clock } = await freshDatabase();
    const jane = await repositories.users.create(makeUser({ username: 'jane', email: 'jane@x.org' }));
    await repositories.users.delete(jane.id);

    expect(await repositories.users.getById(jane.id)).toBeNull();
    expect(await repositories.users.getByEmail('jane@x.org')).toBeNull();
    expect(await repositories.users.getByUsername('jane')).toBeNull();
    expect(await repositories.users.getAll()).toEqual([]);
    const removed = await repositories.users.getById(jane.id, { includeDeleted: true });
    expect(removed).toMatchObject({ isActive: false, deletedAt: expect.any(Number) as number });
    expect(removed?.deletedAt).toBeLessThanOrEqual(clock.now);
    expect(await repositories.users.getAll({ includeDeleted: true })).toHaveLength(1);
  });

  it('R4: keeps e-mail and username while removed', async () => {
    const { repositories } = await freshDatabase();
    const jane = await repositories.users.create(makeUser({ username: 'jane', email: 'jane@x.org' }));
    await repositories.users.delete(jane.id);
    await expect(repositories.users.create(makeUser({ username: 'jane' }))).rejects.toMatchObject({ field: 'username' });
    await expect(repositories.users.create(makeUser({ email: 'jane@x.org' }))).rejects.toMatchObject({ field: 'email' });
  });

  it.each([true, false])('R4: comes back as they were, active: %s', async (isActive) => {
    const { repositories } = await freshDatabase();
    const before = await repositories.users.create(makeUser({ isActive }));
    await repositories.users.delete(before.id);
    await repositories.users.delete(before.id);
    const after = await repositories.users.restore(before.id);
    expect(after).toEqual({ ...before, updatedAt: after.updatedAt });
    expect(await repositories.users.restore(before.id)).toEqual(after);
    expect(await repositories.users.getById(before.id)).toEqual(after);
  });

  it('keeps preferences of any JSON shape', async () => {
    const { repositories } = await freshDatabase();
    const preferences = { theme: 'dark', sizes: [1, 2.5], nested: { a: null } };
    const { id } = await repositories.users.create(makeUser({ preferences }));
    expect((await repositories.users.getById(id))?.preferences).toEqual(preferences);
    const broken = { at: new Date() as unknown as string };
    await expect(repositories.users.update(id, { preferences: broken })).rejects.toMatchObject({ field: 'preferences.at' });
  });
});

describe('the user repository', () => {
  it('gets a learner by id', async () => {
    const { repositories } = await freshDatabase();
    const user = await repositories.users.create(makeUser());
    expect(await repositories.users.getById(user.id)).toEqual(user);
    expect(await repositories.users.getById('nobody')).toBeNull();
  });

  it('gets a learner by e-mail', async () => {
    const { repositories } = await freshDatabase();
    const user = await repositories.users.create(makeUser({ email: 'Jane@Example.org' }));
    expect(await repositories.users.getByEmail('jane@example.ORG ')).toEqual(user);
    expect(await repositories.users.getByEmail('john@example.org')).toBeNull();
  });

  it('gets a learner by username', async () => {
    const { repositories } = await freshDatabase();
    const user = await repositories.users.create(makeUser({ username: 'jane' }));
    expect(await repositories.users.getByUsername('jane')).toEqual(user);
    expect(await repositories.users.getByUsername('john')).toBeNull();
  });

  it('lists the active learners, oldest first', async () => {
    const { repositories } = await freshDatabase();
    const first = await repositories.users.create(makeUser());
    await repositories.users.create(makeUser({ isActive: false }));
    const removed = await repositories.users.create(makeUser());
    const last = await repositories.users.create(makeUser());
    await repositories.users.delete(removed.id);
    expect(await repositories.users.getActiveUsers()).toEqual([first, last]);
  });

  it('creates a learner and gives back the whole row', async () => {
    const { repositories } = await freshDatabase();
    const made = makeUser();
    const user = await repositories.users.create(made);
    expect(user).toMatchObject(made);
    expect(await repositories.users.getById(made.id)).toEqual(user);
  });

  it('updates a learner, and only what it is told to', async () => {
    const { repositories } = await freshDatabase();
    const before = await repositories.users.create(makeUser({ email: 'old@x.org' }));
    const after = await repositories.users.update(before.id, { email: 'new@x.org' });
    expect(after).toEqual({ ...before, email: 'new@x.org', updatedAt: after.updatedAt });
    expect(await repositories.users.getByEmail('old@x.org')).toBeNull();
    expect(await repositories.users.getByEmail('new@x.org')).toEqual(after);
  });

  it('deletes a learner softly', async () => {
    const { repositories } = await freshDatabase();
    const { id } = await repositories.users.create(makeUser());
    expect(await repositories.users.delete(id)).toMatchObject({ id, isActive: false });
    expect(await repositories.users.getActiveUsers()).toEqual([]);
    await expect(repositories.users.delete('nobody')).rejects.toMatchObject({ type: 'NotFound' });
  });
});
