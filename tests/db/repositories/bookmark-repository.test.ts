import { expect, it } from 'vitest';
import { makeBookmark } from '../../factories/bookmark.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

async function aReader() {
  const { repositories } = await freshDatabase();
  const user = await repositories.users.create(makeUser());
  const { course, lessons, exercises } = await buildCourse(repositories);
  const about = { userId: user.id, courseId: course.id, lessonId: lessons[0].id };
  return { bookmarks: await repositories.bookmarks(), about, exerciseId: exercises[0]?.[0].id ?? '' };
}

it('a lesson and its exercises are marked apart, each once', async () => {
  const { bookmarks, about, exerciseId } = await aReader();
  const lesson = await bookmarks.set(makeBookmark(about));
  const exercise = await bookmarks.set(makeBookmark({ ...about, exerciseId }));
  expect(await bookmarks.set(makeBookmark(about))).toEqual(lesson);
  expect([lesson.id, exercise.id]).toEqual([`${about.userId}/${about.lessonId}`, `${about.userId}/${exerciseId}`]);
  expect(await bookmarks.get(about.userId, exerciseId)).toEqual(exercise);
  expect(await bookmarks.getByCourse(about.userId, about.courseId)).toEqual([lesson, exercise]);
  expect(await bookmarks.getByUser(about.userId)).toEqual([exercise, lesson]);
  expect(await bookmarks.getByUser(about.userId, 1)).toEqual([exercise]);
});

it('a mark is taken away, and set again', async () => {
  const { bookmarks, about } = await aReader();
  const before = await bookmarks.set(makeBookmark(about));
  await bookmarks.remove(about.userId, about.lessonId);
  await bookmarks.remove(about.userId, about.lessonId);
  expect(await bookmarks.get(about.userId, about.lessonId)).toBeNull();
  expect((await bookmarks.set(makeBookmark(about))).createdAt).toBeGreaterThan(before.createdAt);
});

it('R1: nothing that is not there is marked', async () => {
  const { bookmarks, about } = await aReader();
  const refused = { type: 'ForeignKeyViolation', field: 'exerciseId' };
  await expect(bookmarks.set(makeBookmark({ ...about, exerciseId: 'none' }))).rejects.toMatchObject(refused);
});
