import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCourse } from '../../factories/course.ts';
import { makeLesson } from '../../factories/lesson.ts';
import { freshDatabase } from '../open.ts';

async function courseOf(count: number) {
  const fresh = await freshDatabase();
  const course = await fresh.repositories.courses.create(makeCourse());
  const rows = Array.from({ length: count }, (_, i) => makeLesson({ courseId: course.id, order: i + 1 }));
  const lessons = await fresh.repositories.lessons.upsertMany(rows);
  return { ...fresh, course, lessons, ids: lessons.map((lesson) => lesson.id) };
}

describe('a lesson', () => {
  it('is created in its course with the defaults that were left out', async () => {
    const { repositories, course } = await courseOf(0);
    const lesson = await repositories.lessons.create({ id: 'l', courseId: course.id, title: 'Names', order: 1 });
    expect(lesson).toMatchObject({ content: '', estimatedMinutes: 0, isPublished: false, deletedAt: null });
  });

  it('relates to its course both ways', async () => {
    const { repositories, course, lessons } = await courseOf(2);
    expect(await repositories.lessons.getByCourse(course.id)).toEqual(lessons);
    expect(await repositories.courses.getById(lessons[0]?.courseId ?? '')).toEqual(course);
    expect(await repositories.lessons.getByCourse('elsewhere')).toEqual([]);
  });

  it('is listed with all others of a very large course, those that were removed and came again too', async () => {
    const { repositories, course, ids } = await courseOf(1_100);
    for (const id of [ids[0], ids[499], ids[500], ids[1_099]]) await repositories.lessons.delete(id ?? '');
    const again = await repositories.lessons.create(makeLesson({ courseId: course.id, order: 500 }));
    const live = await repositories.lessons.getByCourse(course.id);
    expect(live.map(({ order }) => order)).toEqual(Array.from({ length: 1_100 }, (_, i) => i + 1).filter((n) => ![1, 501, 1_100].includes(n)));
    const all = await repositories.lessons.getByCourse(course.id, { includeDeleted: true });
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set([...ids, again.id]));
    expect(all).toHaveLength(1_101);
  });

  it('R1: has an order of its own among the live lessons of its course', async () => {
    const { repositories, course } = await courseOf(1);
    const same = makeLesson({ courseId: course.id, order: 1 });
    await expect(repositories.lessons.create(same)).rejects.toMatchObject({ type: 'UniqueViolation', field: 'order', value: 1 });
    const other = await repositories.courses.create(makeCourse());
    await repositories.lessons.create({ ...same, courseId: other.id });
  });

  it('R4: frees its order when it is removed, and cannot come back to an order that is taken', async () => {
    const { repositories, course, ids } = await courseOf(1);
    const [id = ''] = ids;
    await repositories.lessons.delete(id);
    expect(await repositories.lessons.getById(id)).toBeNull();
    const { id: next } = await repositories.lessons.create(makeLesson({ courseId: course.id, order: 1 }));
    await expect(repositories.lessons.restore(id)).rejects.toMatchObject({ type: 'UniqueViolation', field: 'order' });
    expect(await repositories.lessons.getById(id)).toBeNull();
    await repositories.lessons.update(next, { order: 2 });
    expect(await repositories.lessons.restore(id)).toMatchObject({ deletedAt: null, isPublished: true });
  });

  it('is listed by order, without the removed and, where asked, without the unpublished', async () => {
    const { repositories, course, ids } = await courseOf(4);
    await repositories.lessons.delete(ids[1] ?? '');
    await repositories.lessons.update(ids[2] ?? '', { isPublished: false });
    const listed = async (options?: object) =>
      (await repositories.lessons.getByCourse(course.id, options)).map((lesson) => ids.indexOf(lesson.id));
    expect(await listed()).toEqual([0, 2, 3]);
    expect(await listed({ publishedOnly: true })).toEqual([0, 3]);
    expect(await listed({ includeDeleted: true })).toEqual([0, 1, 2, 3]);
  });

  it('R1: takes any new order of the whole, and the order is the one that was asked for', async () => {
    const { repositories, course, ids } = await courseOf(5);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ids, { minLength: 5 }), async (order) => {
        await repositories.lessons.reorder(course.id, order);
        const lessons = await repositories.lessons.getByCourse(course.id);
        expect(lessons.map((lesson) => lesson.id)).toEqual(order);
        expect(lessons.map((lesson) => lesson.order)).toEqual([1, 2, 3, 4, 5]);
      }),
      { numRuns: 15 },
    );
  });

  it('is not found by a reorder of another course', async () => {
    const { repositories, ids } = await courseOf(2);
    await expect(repositories.lessons.reorder('elsewhere', ids)).rejects.toMatchObject({ type: 'NotFound' });
  });
});
