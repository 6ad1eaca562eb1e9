import { describe, expect, it } from 'vitest';
import { makeChatContext, makeChatMessage } from '../../factories/chat-message.ts';
import { makeUser } from '../../factories/user.ts';
import { buildWorld } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

describe('a chat message', () => {
  it('is created with the defaults that were left out', async () => {
    const { repositories, clock } = await freshDatabase();
    const { id: userId } = await repositories.users.create(makeUser());
    const message = { id: 'm', userId, threadId: 't', role: 'LEARNER', content: 'Why?', source: 'LEARNER' } as const;
    expect(await repositories.chat.create(message)).toEqual({
      ...message,
      lessonId: null,
      exerciseId: null,
      status: 'OPEN',
      citations: [],
      context: null,
      createdAt: clock.now,
    });
    expect(await repositories.chat.getById('m')).toMatchObject({ content: 'Why?' });
  });

  it('keeps its context as JSON', async () => {
    const { repositories } = await freshDatabase();
    const { user, course, lessons, exercises } = await buildWorld(repositories);
    const context = makeChatContext({
      courseId: course.id,
      lessonId: lessons[1].id,
      exerciseId: exercises[1]?.[3].id ?? '',
      exerciseRev: 1,
      code: 'def double(n):\n\treturn "𝟚" * n\n',
      error: 'NameError: n',
      failingTests: ['t1', 't2'],
      hintsShown: 2,
    });
    const { id } = await repositories.chat.create(makeChatMessage({ userId: user.id, context }));
    expect((await repositories.chat.getById(id))?.context).toEqual(context);
  });

  it.each([
    ['context.code', { context: makeChatContext({ code: 'é'.repeat(10_001) }) }],
    ['context.version', { context: { ...makeChatContext(), version: 2 as 1 } }],
    ['role', { role: 'ROBOT' as 'LEARNER' }],
    ['status', { status: 'LOST' as 'OPEN' }],
    ['lessonId', { lessonId: 'nothing' }],
  ])('R1: is refused for a wrong %s', async (field, own) => {
    const { repositories } = await freshDatabase();
    const { id: userId } = await repositories.users.create(makeUser());
    await expect(repositories.chat.create(makeChatMessage({ userId, ...own }))).rejects.toMatchObject({ field });
  });

  it('is read thread by thread and learner by learner, oldest first', async () => {
    const { repositories } = await freshDatabase();
    const [{ id: userId }, { id: other }] = [
      await repositories.users.create(makeUser()),
      await repositories.users.create(makeUser()),
    ];
    const first = await repositories.chat.create(makeChatMessage({ userId, threadId: 't1' }));
    const aside = await repositories.chat.create(makeChatMessage({ userId, threadId: 't2' }));
    const second = await repositories.chat.create(makeChatMessage({ userId, threadId: 't1', role: 'HELPER', source: 'HINT' }));
    await repositories.chat.create(makeChatMessage({ userId: other, threadId: 't1' }));
    expect(await repositories.chat.getThread(userId, 't1')).toEqual([first, second]);
    expect(await repositories.chat.getByUser(userId)).toEqual([first, aside, second]);
    expect(await repositories.chat.setStatus(first.id, 'ANSWERED')).toEqual({ ...first, status: 'ANSWERED' });
  });
});
