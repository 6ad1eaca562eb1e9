import { expect, it } from 'vitest';
import { makeNote } from '../../factories/note.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

async function aReader() {
  const { repositories } = await freshDatabase();
  const user = await repositories.users.create(makeUser());
  const { course, lessons } = await buildCourse(repositories);
  const [first, second] = lessons;
  const about = { userId: user.id, courseId: course.id, lessonId: first.id };
  return { notes: await repositories.notes(), about, second };
}

it('a note hangs on a lesson, and perhaps on a passage', async () => {
  const { notes, about } = await aReader();
  const { quote, ...plain } = makeNote(about);
  expect(quote).toBeNull();
  const note = await notes.create(plain);
  expect(note).toMatchObject({ ...plain, quote: null });
  expect(await notes.getById(note.id)).toEqual(note);
  expect(await notes.create(makeNote({ ...about, quote: 'the kettle' }))).toMatchObject({ quote: 'the kettle' });
  await expect(notes.create(makeNote({ ...about, lessonId: 'none' }))).rejects.toMatchObject({ type: 'ForeignKeyViolation', field: 'lessonId' });
  await expect(notes.create(makeNote({ ...about, body: undefined as unknown as string }))).rejects.toMatchObject({ field: 'body' });
});

it('notes are listed oldest first by lesson and by course, and by learner the last changed first', async () => {
  const { notes, about, second } = await aReader();
  const one = await notes.create(makeNote(about));
  const two = await notes.create(makeNote({ ...about, lessonId: second.id }));
  const three = await notes.create(makeNote(about));
  const changed = await notes.update(one.id, { body: 'better' });
  expect(changed).toMatchObject({ body: 'better', createdAt: one.createdAt });
  expect(await notes.getByLesson(about.userId, about.lessonId)).toEqual([changed, three]);
  expect(await notes.getByCourse(about.userId, about.courseId)).toEqual([changed, two, three]);
  expect(await notes.getByUser(about.userId)).toEqual([changed, three, two]);
  expect(await notes.getByUser(about.userId, 1)).toEqual([changed]);
});

it('a note that is removed is gone, and one that is not there cannot be changed', async () => {
  const { notes, about } = await aReader();
  const { id } = await notes.create(makeNote(about));
  await notes.remove(id);
  await notes.remove(id);
  expect(await notes.getById(id)).toBeNull();
  await expect(notes.update(id, { body: 'x' })).rejects.toMatchObject({ type: 'NotFound' });
});
