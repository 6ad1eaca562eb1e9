import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatabaseError, type BulkViolation } from '../../db/errors.ts';
import type { Repositories } from '../../db/repositories.ts';
import { emailKey } from '../../db/rules/user-rules.ts';
import { makeAttempt } from '../factories/attempt.ts';
import { makeCourse } from '../factories/course.ts';
import { makeLesson } from '../factories/lesson.ts';
import { makeUser } from '../factories/user.ts';
import { buildCourse } from '../factories/world.ts';
import { freshDatabase } from './open.ts';

describe('R1: a write is refused with an error that names table, field and value when it breaks', () => {
  it('a required field', async () => {
    const { repositories } = await freshDatabase();
    const nameless = makeUser({ displayName: undefined as unknown as string });
    await expect(repositories.users.create(nameless)).rejects.toMatchObject({
      type: 'NotNullViolation',
      table: 'users',
      field: 'displayName',
      value: undefined,
      rowId: nameless.id,
    });
    await expect(repositories.users.create(makeUser({ id: null as unknown as string }))).rejects.toMatchObject({
      type: 'NotNullViolation',
      field: 'id',
    });
  });

  it('an enum', async () => {
    const { repositories } = await freshDatabase();
    const course = makeCourse({ difficulty: 'EASY' as 'BEGINNER' });
    await expect(repositories.courses.create(course)).rejects.toMatchObject({
      type: 'InvalidValue',
      table: 'courses',
      field: 'difficulty',
      value: 'EASY',
    });
  });

  it('a foreign key', async () => {
    const { repositories } = await freshDatabase();
    const lesson = makeLesson({ courseId: 'nowhere' });
    await expect(repositories.lessons.create(lesson)).rejects.toMatchObject({
      type: 'ForeignKeyViolation',
      table: 'lessons',
      field: 'courseId',
      value: 'nowhere',
    });
  });

  it('a unique constraint', async () => {
    const { repositories } = await freshDatabase();
    await repositories.courses.create(makeCourse({ slug: 'python' }));
    await expect(repositories.courses.create(makeCourse({ slug: 'python' }))).rejects.toMatchObject({
      type: 'UniqueViolation',
      table: 'courses',
      field: 'slug',
      value: 'python',
    });
  });

  it('the shape of a row: a field that nobody knows', async () => {
    const { repositories } = await freshDatabase();
    const user = { ...makeUser(), isAdmin: true };
    await expect(repositories.users.create(user)).rejects.toMatchObject({ type: 'InvalidValue', field: 'isAdmin' });
  });

  it('the same holds for an update, which then changes nothing', async () => {
    const { repositories } = await freshDatabase();
    const [jane, john] = [await repositories.users.create(makeUser()), await repositories.users.create(makeUser())];
    await expect(repositories.users.update(john.id, { username: jane.username })).rejects.toMatchObject({
      type: 'UniqueViolation',
      field: 'username',
    });
    await expect(repositories.users.update('nobody', {})).rejects.toMatchObject({ type: 'NotFound', id: 'nobody' });
    expect(await repositories.users.getById(john.id)).toEqual(john);
  });
});

describe('R2: a bulk write', () => {
  it('is all or nothing, and its error names the first offending rows', async () => {
    const { repositories } = await freshDatabase();
    const good = Array.from({ length: 5 }, () => makeCourse());
    const bad = Array.from({ length: 12 }, (_, i) => makeCourse({ id: `bad-${i}`, title: '' }));
    const write = repositories.courses.upsertMany([...good, ...bad]);
    await expect(write).rejects.toMatchObject({ type: 'BulkViolation', table: 'courses' });
    const { violations } = (await write.catch((error: unknown) => error)) as BulkViolation;
    expect(violations.map((violation) => violation.rowId)).toEqual(bad.slice(0, 10).map((course) => course.id));
    expect(await repositories.courses.getAll()).toEqual([]);
  });

  it('finds what its own rows break among themselves', async () => {
    const { repositories } = await freshDatabase();
    const rows = [makeCourse({ slug: 'a' }), makeCourse({ id: 'second', slug: 'a' })];
    await expect(repositories.courses.upsertMany(rows)).rejects.toMatchObject({
      violations: [{ type: 'UniqueViolation', field: 'slug', rowId: 'second' }],
    });
    const twice = makeCourse();
    const error = await repositories.courses.upsertMany([twice, twice]).catch((refusal: unknown) => refusal);
    expect((error as BulkViolation).violations[0]).toMatchObject({ type: 'UniqueViolation', field: 'id' });
  });

  it('lets rows swap what must be unique', async () => {
    const { repositories } = await freshDatabase();
    const [a, b] = [makeCourse({ slug: 'a' }), makeCourse({ slug: 'b' })];
    await repositories.courses.upsertMany([a, b]);
    await repositories.courses.upsertMany([
      { ...a, slug: 'b' },
      { ...b, slug: 'a' },
    ]);
    expect((await repositories.courses.getBySlug('a'))?.id).toBe(b.id);
  });
});

describe('R3: times', () => {
  it('createdAt is set once; updatedAt moves at every change and never backwards, wherever the clock goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 1e12 }), { minLength: 1, maxLength: 8 }), async (times) => {
        const { repositories, clock, db } = await freshDatabase();
        const { id, createdAt, updatedAt } = await repositories.users.create(makeUser());
        let last = updatedAt;
        for (const now of times) {
          clock.now = now;
          const after = await repositories.users.update(id, { displayName: `at ${now}` });
          expect(after.createdAt).toBe(createdAt);
          expect(after.updatedAt).toBeGreaterThan(last);
          last = after.updatedAt;
        }
        db.close();
      }),
      { numRuns: 15 },
    );
  });

  it('are the data layer’s alone: those that a caller hands in do not count', async () => {
    const { repositories, clock } = await freshDatabase();
    const user = await repositories.users.create({ ...makeUser(), ...{ createdAt: 5, updatedAt: 5 } });
    expect(user.createdAt).toBe(clock.now);
    const again = await repositories.users.update(user.id, { isActive: true, ...{ createdAt: 6 } });
    expect(again.createdAt).toBe(user.createdAt);
  });
});

it('R1: an attempt never changes: its id is taken for good', async () => {
  const { repositories } = await freshDatabase();
  const user = await repositories.users.create(makeUser());
  const { exercises } = await buildCourse(repositories);
  const exerciseId = exercises[0]?.[0].id ?? '';
  const attempt = await repositories.attempts.create(makeAttempt({ userId: user.id, exerciseId }));
  const changed = { ...makeAttempt({ userId: user.id, exerciseId }), id: attempt.id };
  await expect(repositories.attempts.create(changed)).rejects.toMatchObject({ type: 'UniqueViolation', field: 'id' });
  expect(await repositories.attempts.getById(attempt.id)).toEqual(attempt);
});

/** What a learner list looks like after the same calls on plain objects. */
type Model = Map<string, { email: string | null; username: string }>;

it('R1: whatever is tried in whatever order, the constraints hold and the rest goes through', async () => {
  const email = fc.option(fc.constantFrom('a@x.org', 'A@X.ORG', 'ａ@x.org', 'b@x.org'));
  const username = fc.constantFrom('a', 'b', 'c');
  const call = fc.record({ verb: fc.constantFrom('create', 'update', 'delete', 'restore'), id: username, email, username });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 15 }), async (calls) => {
      const { repositories, db } = await freshDatabase();
      const model: Model = new Map();
      for (const { verb, id, ...fields } of calls) {
        const isThere = model.has(id);
        const others = [...model].filter(([other]) => other !== id).map(([, row]) => row);
        const isTaken = others.some(
          (row) => row.username === fields.username || (row.email !== null && fields.email !== null && emailKey(row.email) === emailKey(fields.email)),
        );
        const writes = verb === 'create' || verb === 'update';
        const mayPass = verb === 'create' ? !isThere && !isTaken : isThere && !(writes && isTaken);
        expect(await passes(() => attempt(repositories, verb, id, fields))).toBe(mayPass);
        if (mayPass && writes) model.set(id, fields);
      }
      const rows = await repositories.users.getAll({ includeDeleted: true });
      expect(new Map(rows.map((row) => [row.id, { email: row.email, username: row.username }]))).toEqual(model);
      db.close();
    }),
    { numRuns: 25 },
  );
});

function attempt(repositories: Repositories, verb: string, id: string, fields: { email: string | null; username: string }) {
  if (verb === 'create') return repositories.users.create(makeUser({ id, ...fields }));
  if (verb === 'update') return repositories.users.update(id, fields);
  return verb === 'delete' ? repositories.users.delete(id) : repositories.users.restore(id);
}

async function passes(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseError);
    return false;
  }
}
