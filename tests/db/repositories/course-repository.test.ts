import { describe, expect, it } from 'vitest';
import { DifficultyLevel } from '../../../db/models/enums.ts';
import { makeCourse } from '../../factories/course.ts';
import { freshDatabase } from '../open.ts';

describe('a course', () => {
  it('is created with the defaults that were left out', async () => {
    const { repositories } = await freshDatabase();
    const course = { id: 'c', title: 'Python', slug: 'python', difficulty: 'BEGINNER', language: 'en' } as const;
    expect(await repositories.courses.create(course)).toMatchObject({
      ...course,
      description: '',
      programmingLanguage: null,
      order: 0,
      isPublished: false,
      deletedAt: null,
    });
  });

  it('R1: has a slug of its own', async () => {
    const { repositories } = await freshDatabase();
    const { id } = await repositories.courses.create(makeCourse({ slug: 'python' }));
    await expect(repositories.courses.create(makeCourse({ slug: 'python' }))).rejects.toMatchObject({
      type: 'UniqueViolation',
      field: 'slug',
    });
    await repositories.courses.delete(id);
    await expect(repositories.courses.create(makeCourse({ slug: 'python' }))).rejects.toMatchObject({ field: 'slug' });
  });

  it.each(Object.values(DifficultyLevel))('may be of difficulty %s', async (difficulty) => {
    const { repositories } = await freshDatabase();
    const { id } = await repositories.courses.create(makeCourse({ difficulty }));
    expect((await repositories.courses.getById(id))?.difficulty).toBe(difficulty);
  });

  it.each([true, false])('R4: is soft-deleted and comes back as it was, published: %s', async (isPublished) => {
    const { repositories } = await freshDatabase();
    const before = await repositories.courses.create(makeCourse({ isPublished }));
    expect(await repositories.courses.delete(before.id)).toMatchObject({ isPublished: false });
    expect(await repositories.courses.getById(before.id)).toBeNull();
    expect(await repositories.courses.getBySlug(before.slug)).toBeNull();
    expect(await repositories.courses.getBySlug(before.slug, { includeDeleted: true })).not.toBeNull();
    expect(await repositories.courses.getAll()).toEqual([]);
    const after = await repositories.courses.restore(before.id);
    expect(after).toEqual({ ...before, updatedAt: after.updatedAt });
  });

  it('R4: stays removed when its pack is installed again, and comes back as that pack has it', async () => {
    const { repositories } = await freshDatabase();
    const course = makeCourse();
    await repositories.courses.upsertMany([course]);
    await repositories.courses.delete(course.id);
    await repositories.courses.upsertMany([{ ...course, title: 'Second edition' }]);
    expect(await repositories.courses.getAll()).toEqual([]);
    expect(await repositories.courses.restore(course.id)).toMatchObject({ title: 'Second edition', isPublished: true });
  });

  it('is listed by order, the published alone where asked', async () => {
    const { repositories } = await freshDatabase();
    const [last, first, hidden] = [
      makeCourse({ order: 3 }),
      makeCourse({ order: 1 }),
      makeCourse({ order: 2, isPublished: false }),
    ];
    await repositories.courses.upsertMany([last, first, hidden]);
    const idsOf = async (options?: object) => (await repositories.courses.getAll(options)).map((course) => course.id);
    expect(await idsOf()).toEqual([first.id, hidden.id, last.id]);
    expect(await idsOf({ publishedOnly: true })).toEqual([first.id, last.id]);
    await repositories.courses.delete(first.id);
    expect(await idsOf({ includeDeleted: true })).toEqual([first.id, hidden.id, last.id]);
  });

  it('R6: is changed in place by id', async () => {
    const { repositories } = await freshDatabase();
    const course = makeCourse();
    const [first] = await repositories.courses.upsertMany([course]);
    const [second] = await repositories.courses.upsertMany([{ ...course, title: 'Changed' }]);
    expect(second).toMatchObject({ title: 'Changed', createdAt: first?.createdAt });
    expect(await repositories.courses.update(course.id, { description: 'New' })).toMatchObject({ title: 'Changed' });
  });
});
