import { describe, expect, test, vi } from 'vitest';
import type { Changes } from '../../db/changes.ts';
import { createRepositories } from '../../db/repositories.ts';
import { freshDatabase } from './open.ts';

async function set() {
  const { db, clock } = await freshDatabase();
  const heard: Changes[] = [];
  const repositories = createRepositories(db, {
    now: () => clock.read(),
    onCommitted: (changes) => {
      heard.push(changes);
      return Promise.resolve();
    },
  });
  return { repositories, heard };
}

const ada = { id: 'u1', username: 'ada', displayName: 'Ada' };

describe('what a transaction changed', () => {
  test('is told once, after the commit and before the caller hears of it', async () => {
    const { repositories, heard } = await set();
    const user = await repositories.users.create(ada);
    expect(heard).toEqual([{ written: { users: [user] }, deleted: {} }]);
  });

  test('is told of the whole transaction, each row as it is at its end', async () => {
    const { repositories, heard } = await set();
    await repositories.transact(['users', 'settings'], async () => {
      await repositories.users.create(ada);
      await repositories.users.update('u1', { displayName: 'Ada L.' });
      await repositories.settings.set(null, 'currentProfile', 'u1');
    });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.written.users).toMatchObject([{ id: 'u1', displayName: 'Ada L.' }]);
    expect(heard[0]?.written.settings).toHaveLength(1);
  });

  test('names the rows that an erasure deleted and its tombstone, and the way back', async () => {
    const { repositories, heard } = await set();
    await repositories.users.create(ada);
    const erased = await (await repositories.erasures()).erase('u1');
    expect(heard[1]).toMatchObject({ written: { tombstones: [{ userId: 'u1' }] }, deleted: { users: ['u1'] } });
    await (await repositories.erasures()).undoErase(erased);
    expect(heard[2]).toMatchObject({ written: { users: [{ id: 'u1' }] }, deleted: { tombstones: [erased.tombstone.id] } });
  });

  test('is not told of what was refused, nor of reading', async () => {
    const { repositories, heard } = await set();
    await repositories.users.create(ada);
    await expect(repositories.users.create({ ...ada, id: 'u2' })).rejects.toThrow();
    await repositories.users.getAll();
    expect(heard).toHaveLength(1);
  });

  test('holds the caller back until it was heard', async () => {
    const { db } = await freshDatabase();
    let heard: () => void = () => undefined;
    const repositories = createRepositories(db, { onCommitted: () => new Promise((resolve) => (heard = resolve)) });
    const created = vi.fn();
    const creating = repositories.users.create(ada).then(created);
    await vi.waitFor(async () => expect(await db.rows('users').count()).toBe(1));
    expect(created).not.toHaveBeenCalled();
    heard();
    await creating;
    expect(created).toHaveBeenCalledOnce();
  });
});
