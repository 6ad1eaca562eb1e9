import type { DemoDatabase } from './demo-database.ts';
import { AMARA, COURSE, refused, wait, type Say } from './demo-step.ts';

export async function showChat(demo: DemoDatabase, say: Say): Promise<void> {
  const { chat, exercises } = demo.repositories;
  const bill = await exercises.getById(`${COURSE}:names.bill`);
  if (bill === null) throw new Error('The demo has no exercise names.bill');
  const about = { userId: AMARA.id, threadId: 'amara-bill', lessonId: bill.lessonId, exerciseId: bill.id };
  const context = {
    version: 1,
    courseId: COURSE,
    lessonId: bill.lessonId,
    exerciseId: bill.id,
    exerciseRev: bill.rev,
    attemptId: null,
    code: 'def bill(count, price):\n    total = count + price\n    return total\n',
    error: null,
    failingTests: ['three cups at 2 each'],
    hintsShown: 1,
  } as const;
  wait(demo);
  const asked = 'Why is the first check right and the second not?';
  await chat.create({ ...about, id: 'amara-1', role: 'LEARNER', source: 'LEARNER', content: asked, context });
  wait(demo);
  const told = bill.type === 'CODE_COMPLETION' ? (bill.mistakes[0]?.say ?? '') : '';
  await chat.create({ ...about, id: 'amara-2', role: 'HELPER', source: 'KNOWN_MISTAKE', content: told });
  for (const { role, content } of await chat.getThread(AMARA.id, about.threadId)) say(`${role}: ${content}`);
  const kept = (await chat.getById('amara-1'))?.context;
  say('kept with the question', `${kept?.exerciseId ?? ''}, rev ${kept?.exerciseRev ?? 0}, her code, "${kept?.failingTests[0] ?? ''}"`);
}

export async function showRemoving(demo: DemoDatabase, say: Say): Promise<void> {
  const { courses, users, progress, attempts } = demo.repositories;
  const listed = async (): Promise<string> => (await courses.getAll()).map(({ title }) => title).join(', ');
  wait(demo);
  await courses.delete(COURSE);
  say('courses after removing Python', await listed());
  say('her attempts, and her place in it', `${(await attempts.getRecent(AMARA.id, 100)).length} kept, ${(await progress.getAllUserProgress(AMARA.id)).length} kept`);
  const slug = { language: 'en', title: 'Another', difficulty: 'BEGINNER' } as const;
  await refused(say, 'another course under its slug', () => courses.create({ id: 'another', slug: COURSE, ...slug }));
  await courses.restore(COURSE);
  say('courses after restoring it', await listed());
  await users.delete(AMARA.id);
  say('learners after removing Amara', String((await users.getActiveUsers()).length));
  say('looked for among the removed, too', (await users.getById(AMARA.id, { includeDeleted: true }))?.displayName ?? 'no');
  await users.restore(AMARA.id);
  say('learners after restoring her', String((await users.getActiveUsers()).length));
}

export async function showErasing(demo: DemoDatabase, say: Say): Promise<void> {
  wait(demo);
  say('rows about her', await rowsAbout(demo));
  const erasure = await demo.services.profiles.erase(AMARA.id);
  say('after erasing her', await rowsAbout(demo));
  await erasure.undo();
  say('after undoing that', await rowsAbout(demo));
}

async function rowsAbout({ repositories }: DemoDatabase): Promise<string> {
  const { users, attempts, progress, chat, facts } = repositories;
  const counts = [
    [(await users.getById(AMARA.id)) === null ? 0 : 1, 'learner'],
    [(await attempts.getRecent(AMARA.id, 100)).length, 'attempts'],
    [(await progress.getAllUserProgress(AMARA.id)).length, 'snapshot'],
    [(await facts.getByCourse(AMARA.id, COURSE)).length, 'facts'],
    [(await chat.getByUser(AMARA.id)).length, 'messages'],
  ] as const;
  return counts.map(([count, what]) => `${count} ${what}`).join(', ');
}
