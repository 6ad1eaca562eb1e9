import { describe, expect, it } from 'vitest';
import { tombstoneId } from '../../../db/models/ids.ts';
import { buildWorld } from '../../factories/world.ts';
import { makeUser } from '../../factories/user.ts';
import { everythingIn, freshDatabase } from '../open.ts';

async function world() {
  const fresh = await freshDatabase();
  const { repositories } = fresh;
  return { ...fresh, ...(await buildWorld(repositories)), dumps: await repositories.dumps() };
}

describe('what a restore changed', () => {
  it('is held row by row, and put back: rows made, changed, deleted and removed', async () => {
    const { repositories, dumps, user, course } = await world();
    await repositories.settings.set(user.id, 'theme', 'dark');
    const inactive = await repositories.users.create(makeUser({ isActive: false }));
    await repositories.users.delete(inactive.id);
    const before = await everythingIn(repositories);
    const { value, held } = await dumps.holding(async () => {
      await repositories.users.create(makeUser());
      await repositories.settings.set(user.id, 'theme', 'sepia');
      await repositories.courses.delete(course.id);
      await repositories.users.restore(inactive.id);
      const facts = (await dumps.ownedBy(user.id)).learningFacts ?? [];
      await dumps.takeOut({ learningFacts: facts.map(({ id }) => id) });
      return facts.length;
    });
    expect(value).toBe(4);
    expect(held.rows).toHaveLength(4 + 4);
    await dumps.putBack(held);
    const after = await everythingIn(repositories);
    const own = (rows: typeof after) => ({ ...rows, users: [], settings: rows.settings?.map((row) => ({ ...row, updatedAt: 0 })) });
    expect(own(after)).toEqual(own(before));
    expect(after.users?.map(({ id }) => id).sort()).toEqual(before.users?.map(({ id }) => id).sort());
    // R4: what was off before it was removed is off when it is restored.
    expect(await repositories.users.restore(inactive.id)).toMatchObject({ isActive: false });
  });

  it('R3: is put back with a later time where its own stood in between', async () => {
    const { repositories, dumps, user } = await world();
    const before = await repositories.settings.set(user.id, 'theme', 'dark');
    const { value, held } = await dumps.holding(() => repositories.settings.set(user.id, 'theme', 'sepia'));
    await dumps.putBack(held);
    const after = await repositories.settings.get(user.id, 'theme');
    expect(after).toMatchObject({ value: before.value });
    expect(after?.updatedAt).toBeGreaterThan(value.updatedAt);
  });

  it('stays where it was changed again, and so does what that hangs on', async () => {
    const { repositories, dumps } = await world();
    const { value: ben, held } = await dumps.holding(() => repositories.users.create(makeUser()));
    await repositories.settings.set(ben.id, 'theme', 'dark');
    await dumps.putBack(held);
    expect(await repositories.users.getById(ben.id)).toEqual(ben);
  });
});

describe('a tombstone from elsewhere', () => {
  it('R5: covers what was done before it, with what was said of it, and nothing that came after', async () => {
    const { repositories, dumps, user, course, clock } = await world();
    const about = { userId: user.id, courseId: course.id };
    const all = await dumps.coveredBy({ id: tombstoneId(user.id, course.id), ...about, erasedAt: clock.now + 1_000 });
    const { exerciseAttempts = [], learningFacts = [] } = await everythingIn(repositories, { userId: user.id });
    expect(all.exerciseAttempts).toHaveLength(exerciseAttempts.length);
    expect(all.learningFacts).toHaveLength(learningFacts.length);
    const none = await dumps.coveredBy({ id: tombstoneId(user.id, course.id), ...about, erasedAt: 0 });
    expect(Object.values(none).flat()).toEqual([]);
    expect((await dumps.coveredBy({ id: tombstoneId(user.id, null), userId: user.id, courseId: null, erasedAt: 0 })).users).toHaveLength(1);
  });
});
