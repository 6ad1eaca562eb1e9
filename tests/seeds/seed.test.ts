import { afterEach, describe, expect, it } from 'vitest';
import { JANE, JOHN } from '../../seeds/people.ts';
import { seed } from '../../seeds/seed.ts';
import { openDemoDatabase, type DemoDatabase } from '../../src/cli/demo-database.ts';
import { everythingIn } from '../db/open.ts';

const open: DemoDatabase[] = [];
const freshDemo = async (): Promise<DemoDatabase> => {
  const demo = await openDemoDatabase();
  open.push(demo);
  return demo;
};
const seeded = async (): Promise<DemoDatabase> => {
  const demo = await freshDemo();
  await seed(demo);
  return demo;
};
afterEach(() => open.splice(0).forEach((demo) => demo.close()));

describe('the demo', () => {
  it('is two people, two courses, four lessons and seven exercises', async () => {
    const { repositories } = await seeded();
    const { users, courses, lessons, exercises } = await everythingIn(repositories);
    expect([users, courses, lessons, exercises].map((rows) => rows?.length)).toEqual([2, 2, 4, 7]);
    expect((await repositories.users.getActiveUsers()).map(({ displayName }) => displayName)).toEqual(['John Doe', 'Jane Smith']);
  });

  it('has John half way through Python, right after a wrong try, in the middle of a word', async () => {
    const { repositories, services } = await seeded();
    const stats = await services.progress.calculateStats(JOHN.id, 'python-intro');
    expect(stats).toMatchObject({ completionPercentage: 50, lessons: { total: 2, done: 1 }, attempts: { total: 4, passed: 2 } });
    expect(stats.exercises).toMatchObject({ done: 2, rectified: 2, inProgress: 1 });
    expect((await services.progress.getCurrentLesson(JOHN.id, 'python-intro'))?.id).toBe('python-intro:choosing');
    const [draft] = await repositories.drafts.getByUser(JOHN.id);
    expect(draft).toMatchObject({ exerciseId: 'python-intro:choosing.ferry', hintsShown: 1 });
    expect((await repositories.chat.getByUser(JOHN.id)).map(({ role }) => role)).toEqual(['LEARNER', 'HELPER']);
  });

  it('lets the grader, and nobody else, say how an attempt went', async () => {
    const { repositories } = await seeded();
    const tries = await repositories.attempts.getByExercise(JOHN.id, 'python-intro:names.bill');
    expect(tries.map(({ verdict, score }) => [verdict, score])).toEqual([
      ['FAILED', 0.25],
      ['PASSED', 1],
    ]);
    expect(tries[0]?.testResults.map(({ passed, called, expected, got }) => [passed, called, expected, got])).toEqual([
      [false, 'bill(3, 2)', '6', '5'],
      [true, 'bill(2, 2)', '4', '4'],
      [false, null, null, null],
      [false, null, null, null],
    ]);
  });

  it('has Jane at the very beginning of JavaScript', async () => {
    const { services } = await seeded();
    const stats = await services.progress.calculateStats(JANE.id, 'javascript-basics');
    expect(stats).toMatchObject({ completionPercentage: 0, attempts: { total: 1, passed: 0 } });
    expect((await services.progress.getCurrentLesson(JANE.id, 'javascript-basics'))?.id).toBe('javascript-basics:sharing');
  });

  it('makes John the one in use', async () => {
    const { services } = await seeded();
    expect((await services.profiles.current())?.id).toBe(JOHN.id);
  });

  it('quotes lessons letter by letter', async () => {
    const { repositories } = await seeded();
    const citations = (await repositories.chat.getByUser(JOHN.id)).flatMap((message) => message.citations);
    expect(citations).toHaveLength(1);
    for (const { lessonId, quote } of citations) {
      const content = (await repositories.lessons.getById(lessonId))?.content.replace(/\s+/g, ' ');
      expect(content).toContain(quote);
    }
  });

  it('is a story whose times and ids agree', async () => {
    const { repositories } = await seeded();
    const attempts = await repositories.attempts.getRecent(JOHN.id, 100);
    const rows = [...(await repositories.users.getAll()), ...attempts, ...(await repositories.chat.getByUser(JOHN.id))];
    for (const { id, createdAt } of rows) {
      expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(createdAt);
    }
  });
});

describe('the demo, loaded a second time', () => {
  it('changes no row', async () => {
    const demo = await seeded();
    const before = await everythingIn(demo.repositories);
    await seed(demo);
    expect(await everythingIn(demo.repositories)).toEqual(before);
  });

  it('leaves alone what a person has done since, and who is in use', async () => {
    const demo = await seeded();
    const { repositories, services } = demo;
    await services.progress.saveProgress(JOHN.id, 'python-intro', 'python-intro:names');
    await repositories.drafts.remove(JOHN.id, 'python-intro:choosing.ferry');
    await repositories.users.delete(JANE.id);
    await seed(demo);
    expect((await services.progress.getCurrentLesson(JOHN.id, 'python-intro'))?.id).toBe('python-intro:names');
    expect(await repositories.drafts.getByUser(JOHN.id)).toEqual([]);
    expect(await repositories.users.getActiveUsers()).toHaveLength(1);
  });

  it('finds a learner who was here before, and does not take their place', async () => {
    const demo = await freshDemo();
    const created = await demo.services.profiles.create({ displayName: 'Mei' });
    await seed(demo);
    expect(created.ok && (await demo.services.profiles.current())?.id === created.value.id).toBe(true);
  });
});
