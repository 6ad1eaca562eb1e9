import { describe, expect, it } from 'vitest';
import { makeBundle } from './bundle.ts';
import { answerTrueFalse, enrolled } from './learner.ts';
import { freshDevice, signUp } from './set-up.ts';
import { everythingIn } from '../../db/open.ts';

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

describe('installing what the app brings along', () => {
  it('happens once for each version, and again only when something changed', async () => {
    const { services, repositories, bundled } = await freshDevice();
    const bundle = makeBundle();
    bundled.push(bundle);
    await services.courses.installBundled();
    const installed = await everythingIn(repositories);
    await services.courses.installBundled();
    expect(await everythingIn(repositories)).toEqual(installed);
    bundled[0] = { ...bundle, course: { ...bundle.course, title: 'Better' } };
    await services.courses.installBundled();
    expect(await repositories.courses.getById('py')).toMatchObject({ title: 'Better' });
  });

  it('leaves a course that the learner removed removed', async () => {
    const { services, repositories, bundled } = await freshDevice();
    bundled.push(makeBundle());
    await services.courses.installBundled();
    await repositories.courses.delete('py');
    bundled[0] = { ...makeBundle(), version: '1.0.1' };
    await services.courses.installBundled();
    expect(await repositories.courses.getById('py')).toBeNull();
  });

  it('is all or nothing', async () => {
    const { services, repositories } = await freshDevice();
    const bundle = makeBundle();
    const broken = { ...bundle, exercises: bundle.exercises.map((exercise) => ({ ...exercise, lessonId: 'nowhere' })) };
    await expect(services.courses.install(broken)).rejects.toMatchObject({ type: 'BulkViolation' });
    expect(await repositories.courses.getAll({ includeDeleted: true })).toEqual([]);
  });
});

describe('R6: a new version of a course', () => {
  it('keeps every attempt, fact and draft, and takes what vanished out of the denominator', async () => {
    const device = await enrolled({ lessons: { a: ['a1', 'a2'], b: ['b1'], c: ['c1'] } });
    const { services, repositories, userId } = device;
    for (const id of ['a2', 'b1']) await answerTrueFalse(device, userId, id, true);
    await services.progress.advanceToNextLesson(userId, 'py', 'a');
    const before = await everythingIn(repositories, { userId });

    await services.courses.install(makeBundle({ version: '2.0.0', lessons: { c: ['c1'], a: ['a1', 'new'] } }));
    const after = await everythingIn(repositories, { userId });
    for (const table of ['exerciseAttempts', 'learningFacts', 'drafts']) expect(after[table]).toEqual(before[table]);
    expect((await services.courses.lesson(userId, 'a'))?.exercises.map(({ id }) => id)).toEqual(['a1', 'new']);
    expect(await services.courses.lesson(userId, 'b')).toBeNull();
    expect(await repositories.exercises.getMany(['a2', 'b1'])).toHaveLength(2);
    expect(await repositories.progress.getUserProgress(userId, 'py')).toMatchObject({
      totals: { lessons: 2, exercises: 3 },
      completedExerciseIds: [],
      completedLessonIds: ['a'],
      completionPercentage: 50,
    });
  });

  it('that brings a lesson and an exercise back brings their marks back too', async () => {
    const device = await enrolled();
    const { services, repositories, userId } = device;
    for (const id of ['a1', 'b1']) await answerTrueFalse(device, userId, id, true);
    await services.courses.install(makeBundle({ version: '2.0.0', lessons: { a: ['a2'], c: ['c1'] } }));
    await services.courses.install(makeBundle({ version: '3.0.0' }));
    expect(await repositories.progress.getUserProgress(userId, 'py')).toMatchObject({
      completedExerciseIds: ['a1', 'b1'],
      completedLessonIds: ['b'],
      totals: { lessons: 3, exercises: 4 },
    });
  });

  it('moves an exercise to another lesson with its marks, and swaps lessons', async () => {
    const device = await enrolled();
    await answerTrueFalse(device, device.userId, 'a1', true);
    await device.services.courses.install(makeBundle({ version: '2.0.0', lessons: { b: ['a1', 'b1'], a: ['a2'], c: ['c1'] } }));
    const overview = await device.services.courses.overview(device.userId, 'py');
    expect(overview?.lessons.map(({ lesson, exercises }) => [lesson.id, exercises.map(({ id, status }) => `${id} ${status}`)])).toEqual([
      ['b', ['a1 COMPLETED', 'b1 NOT_STARTED']],
      ['a', ['a2 NOT_STARTED']],
      ['c', ['c1 NOT_STARTED']],
    ]);
  });
});

describe('the library', () => {
  it('lists published courses with their length, and progress once it was begun', async () => {
    const device = await enrolled();
    await device.services.courses.install(makeBundle({ id: 'js', lessons: { x: ['x1'] } }));
    await answerTrueFalse(device, device.userId, 'b1', true);
    const [py, js] = await device.services.courses.library(device.userId);
    expect(py).toMatchObject({ course: { id: 'py' }, lessonCount: 3, minutes: 30, exerciseCount: 4 });
    expect(py?.progress).toMatchObject({ lessonsDone: 1, exercisesDone: 1 });
    expect(py?.progress?.percentage).toBeCloseTo(100 / 3, 10);
    expect(js).toMatchObject({ course: { id: 'js' }, lessonCount: 1, progress: null });
  });

  it('has no overview and no lesson of a course that is not there', async () => {
    const { services, repositories, userId } = await enrolled();
    expect(await services.courses.overview(userId, 'nowhere')).toBeNull();
    expect(await services.courses.lesson(userId, 'nowhere')).toBeNull();
    await repositories.courses.delete('py');
    expect(await services.courses.lesson(userId, 'a')).toBeNull();
  });
});

describe('a lesson', () => {
  it('knows its neighbours, its marks and where to go on', async () => {
    const device = await enrolled();
    const { services, userId } = device;
    await answerTrueFalse(device, userId, 'a1', true);
    const view = await services.courses.lesson(userId, 'a');
    expect(view).toMatchObject({
      lesson: { id: 'a' },
      statuses: { a1: 'COMPLETED', a2: 'NOT_STARTED' },
      isDone: false,
      previousLessonId: null,
      nextLessonId: 'b',
      resumeExerciseId: 'a2',
    });
    expect(ids(view?.lessons ?? [])).toEqual(['a', 'b', 'c']);
    await answerTrueFalse(device, userId, 'a2', true);
    expect(await services.courses.lesson(userId, 'a')).toMatchObject({ isDone: true, resumeExerciseId: null });
  });

  it('goes on where something was typed last, and with skipped ones at the end', async () => {
    const device = await enrolled({ lessons: { a: ['a1', 'a2', 'a3'] } });
    const { services, userId } = device;
    const handle = await services.drafts.open(userId, 'a2', () => undefined);
    await handle.save({ answer: { type: 'TRUE_FALSE', value: false } });
    expect(await services.courses.lesson(userId, 'a')).toMatchObject({ resumeExerciseId: 'a2', statuses: { a2: 'IN_PROGRESS' } });
    await services.attempts.skip({ userId, exerciseId: 'a1' });
    await answerTrueFalse(device, userId, 'a2', true);
    expect(await services.courses.lesson(userId, 'a')).toMatchObject({ resumeExerciseId: 'a3' });
    await answerTrueFalse(device, userId, 'a3', true);
    expect(await services.courses.lesson(userId, 'a')).toMatchObject({ resumeExerciseId: 'a1' });
  });
});

it('a course installed for a learner of this device is there for the next one too', async () => {
  const device = await enrolled();
  const other = await signUp(device, 'Ben');
  expect(await device.services.courses.library(other.id)).toMatchObject([{ course: { id: 'py' }, progress: null }]);
});

describe('R8: a percentage that fell because the course changed', () => {
  it('is told until the learner has seen it', async () => {
    const device = await enrolled();
    const { services, userId } = device;
    await answerTrueFalse(device, userId, 'b1', true);
    await services.courses.install(makeBundle({ version: '1.0.1' }));
    expect(await services.courses.change(userId, 'py')).toBeNull();
    await services.courses.install(makeBundle({ version: '2.0.0', lessons: { a: ['a1'], b: ['b1', 'b2'] } }));
    const change = await services.courses.change(userId, 'py');
    expect(change).toMatchObject({ version: '2.0.0', percentageAfter: 25 });
    expect(change?.percentageBefore).toBeCloseTo(100 / 3, 10);
    await services.courses.dismissChange(userId, 'py');
    expect(await services.courses.change(userId, 'py')).toBeNull();
  });

  it('counts from the percentage the learner knows while an earlier fall is unseen', async () => {
    const device = await enrolled({ lessons: { a: ['a1'] } });
    const { services, userId } = device;
    await answerTrueFalse(device, userId, 'a1', true);
    await services.courses.install(makeBundle({ version: '2.0.0', lessons: { a: ['a1', 'a2'] } }));
    await services.courses.install(makeBundle({ version: '3.0.0', lessons: { a: ['a1', 'a2'], b: ['b1'] } }));
    expect(await services.courses.change(userId, 'py')).toMatchObject({ version: '3.0.0', percentageBefore: 100, percentageAfter: 25 });
  });
});
