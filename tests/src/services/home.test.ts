import { liveQuery } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeCodeCompletion } from '../../factories/exercise.ts';
import { makeBundle } from './bundle.ts';
import { answerTrueFalse, enrolled } from './learner.ts';

describe('home', () => {
  it('has nothing to go on with before anything was begun', async () => {
    const { services, userId } = await enrolled();
    expect(await services.courses.home(userId)).toMatchObject({ resume: null, courses: [{ course: { id: 'py' }, progress: null }] });
  });

  it('goes on in the first unfinished exercise of the current lesson', async () => {
    const device = await enrolled();
    const { attempt } = await answerTrueFalse(device, device.userId, 'a1', true);
    const { resume } = await device.services.courses.home(device.userId);
    expect(resume).toMatchObject({
      course: { id: 'py' },
      lesson: { id: 'a' },
      exerciseId: 'a2',
      exerciseIndex: 2,
      exerciseCount: 2,
      cursorLine: null,
      lessonsDone: 0,
      lessonCount: 3,
      minutesLeft: 30,
    });
    expect(resume?.at).toBeGreaterThanOrEqual(attempt.createdAt);
    expect(resume?.percentage).toBeCloseTo(100 / 6, 10);
  });

  it('goes on in the draft, at the line of the cursor', async () => {
    const { services, repositories, userId } = await enrolled();
    await repositories.exercises.create(makeCodeCompletion({ id: 'code', lessonId: 'a', order: 9 }));
    const handle = await services.drafts.open(userId, 'code', () => undefined);
    const files = { 'main.py': 'def double(n):\n    # here\n    return' };
    await handle.save({ answer: { type: 'CODE_COMPLETION', files }, cursor: { file: 'main.py', anchor: 20, head: 20 } });
    expect((await services.courses.home(userId)).resume).toMatchObject({ exerciseId: 'code', exerciseIndex: 3, cursorLine: 2 });
  });

  it('tells of one and the same last time in the course and at the way on', async () => {
    const device = await enrolled();
    const { services, userId } = device;
    await answerTrueFalse(device, userId, 'a1', true);
    device.clock.now += 60_000;
    const handle = await services.drafts.open(userId, 'a2', () => undefined);
    await handle.save({ answer: { type: 'TRUE_FALSE', value: true } });
    const { resume, courses } = await services.courses.home(userId);
    expect(courses[0]?.progress?.lastActivityAt).toBe(handle.draft?.updatedAt);
    expect(resume?.at).toBe(handle.draft?.updatedAt);
  });

  it('goes on with the next lesson once all of the current one is done', async () => {
    const device = await enrolled();
    for (const id of ['a1', 'a2']) await answerTrueFalse(device, device.userId, id, true);
    const { resume } = await device.services.courses.home(device.userId);
    expect(resume).toMatchObject({ lesson: { id: 'b' }, exerciseId: 'b1', minutesLeft: 20 });
  });

  it('goes on in the course that was worked at last, and lists it first; a finished one is left alone', async () => {
    const device = await enrolled();
    const { services, userId } = device;
    await services.courses.install(makeBundle({ id: 'js', lessons: { x: ['x1'], y: ['y1'] } }));
    await answerTrueFalse(device, userId, 'x1', true);
    await answerTrueFalse(device, userId, 'a1', true);
    const order = async () => (await services.courses.home(userId)).courses.map(({ course }) => course.id);
    expect([(await services.courses.home(userId)).resume?.course.id, await order()]).toEqual(['py', ['py', 'js']]);
    await answerTrueFalse(device, userId, 'y1', false);
    expect([(await services.courses.home(userId)).resume?.course.id, await order()]).toEqual(['js', ['js', 'py']]);
    await answerTrueFalse(device, userId, 'y1', true);
    expect([(await services.courses.home(userId)).resume?.course.id, await order()]).toEqual(['py', ['py', 'js']]);
  });

  it('remembers a lesson that was opened and not answered yet', async () => {
    const { services, userId } = await enrolled();
    await services.progress.saveProgress(userId, 'py', 'b');
    expect((await services.courses.home(userId)).resume).toMatchObject({ lesson: { id: 'b' }, exerciseId: 'b1', percentage: 0 });
  });
});

it('home repaints by itself when another tab answers', async () => {
  const device = await enrolled();
  const seen: (number | undefined)[] = [];
  const query = liveQuery(() => device.services.courses.home(device.userId));
  const subscription = query.subscribe((home) => seen.push(home.courses[0]?.progress?.exercisesDone));
  onTestFinished(() => subscription.unsubscribe());
  const other = await device.openTab('tab 2');
  await vi.waitFor(() => expect(seen).toEqual([undefined]));
  await answerTrueFalse(other, device.userId, 'a1', true);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
});
