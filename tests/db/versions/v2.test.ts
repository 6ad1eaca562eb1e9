import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { v2 } from '../../../db/versions/v2.ts';
import type { AnyDump, AnyRow } from '../../../db/versions/version.ts';
import { computeSnapshot } from '../../../src/core/progress/compute-snapshot.ts';
import { outlineOf } from '../../../src/core/progress/outline.ts';
import { historyTo } from '../history.ts';
import { everythingIn, freshDevice } from '../open.ts';
import type { Device } from '../open.ts';
import { oldAttempt, oldCourse, oldExercise, oldLesson, oldSnapshot, oldUser } from './old-dumps.ts';

/** One lesson gone past, one exercise right at the second try, one judged right by the learner. */
const OLD: AnyDump = {
  users: [{ ...oldUser('u'), emailKey: 'u@example.org', isLive: 1 }],
  courses: [{ ...oldCourse('c'), isLive: 1 }],
  lessons: [
    { ...oldLesson('l1', 'c', 1), isLive: 1 },
    { ...oldLesson('l2', 'c', 2), isLive: 1 },
  ],
  exercises: [oldExercise('e1', 'l1', 1), oldExercise('e2', 'l2', 1), oldExercise('e3', 'l2', 2)],
  exerciseAttempts: [
    oldAttempt('a1', 'u', 'e2', 'FAILED', 1),
    oldAttempt('a2', 'u', 'e2', 'PASSED', 2),
    oldAttempt('a3', 'u', 'e3', 'UNGRADED', 3),
  ],
  progressSnapshots: [
    oldSnapshot('u', 'c', {
      currentLessonId: 'l2',
      completedLessonIds: ['l1', 'l2'],
      completedExerciseIds: ['e2', 'e3'],
      totals: { lessons: 2, exercises: 3 },
      completionPercentage: 100,
      lastActivityAt: 1_700_000_000_003,
    }),
  ],
};

describe('version 2', () => {
  it('R13: keeps every row of version 1 and fills what they lack', async () => {
    const { repositories } = await upgraded();
    for (const [table, rows] of Object.entries(await everythingIn(repositories, { version: 1 }))) {
      const { [table]: old = [] } = OLD;
      expect(old).toMatchObject([...rows]);
      expect(rows).toHaveLength(old.length);
    }
    expect(await repositories.exercises.getById('e1')).toMatchObject({ isRequired: true, mistakes: [] });
    expect((await repositories.progress.getUserProgress('u', 'c'))?.rectifiedExerciseIds).toEqual(['e2']);
  });

  it('R13: makes facts of what version 1 only had in snapshots, so that R9 holds', async () => {
    const { repositories } = await upgraded();
    const facts = await repositories.facts.getByCourse('u', 'c');
    expect(facts.map(({ kind, lessonId, exerciseId }) => [kind, lessonId, exerciseId]).sort()).toEqual([
      ['LESSON_COMPLETED', 'l1', null],
      ['LESSON_COMPLETED', 'l2', null],
      ['SELF_ASSESSED', 'l2', 'e3'],
    ]);
    const stored = await repositories.progress.getUserProgress('u', 'c');
    const exercises = await repositories.exercises.getByLessons(['l1', 'l2']);
    const outline = outlineOf('c', await repositories.lessons.getByCourse('c'), exercises);
    const attempts = await repositories.attempts.getByExercises('u', ['e1', 'e2', 'e3']);
    expect(stored).toMatchObject(computeSnapshot({ userId: 'u', outline, attempts, facts, currentLessonId: 'l2' }));
  });

  it('R13: does the same to a database and to a backup', async () => {
    const { repositories } = await upgraded();
    const hidden = ['emailKey', 'isLive'];
    const plainRow = (row: AnyRow) => Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.includes(name)));
    const plain = Object.fromEntries(Object.entries(OLD).map(([table, rows]) => [table, rows.map(plainRow)]));
    const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
    const sorted = (dump: AnyDump) =>
      Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, [...rows].sort(byId)]));
    expect(sorted(await everythingIn(repositories, { version: 2 }))).toEqual(sorted(v2.upgradeDump({ ...plain, chatMessages: [] })));
  });

  it('R13: rolls back whole when the upgrade breaks half way, and upgrades at the next start', async () => {
    const device = await deviceOfVersion1();
    const half = openDatabase(device);
    // All rows are changed already, but not yet committed, when the plug is pulled.
    half.version(2).stores(v2.stores).upgrade(async (transaction) => {
      await v2.upgrade?.(transaction);
      throw new Error('power cut');
    });
    await expect(half.open()).rejects.toThrow('power cut');
    half.close();
    const old = openDatabase({ ...device, history: historyTo(1) });
    await old.open();
    expect(old.backendDB().version).toBe(10);
    expect(await old.table('exercises').get('e1')).toEqual(oldExercise('e1', 'l1', 1));
    old.close();

    const { repositories } = await opened(device);
    expect(await repositories.exercises.getById('e1')).toMatchObject({ isRequired: true });
    expect(await repositories.facts.getByCourse('u', 'c')).toHaveLength(3);
  });

  it('R15: goes back to version 1 without what that cannot hold', async () => {
    const { repositories } = await upgraded();
    const down = await v2.downgradeDump(await everythingIn(repositories, { version: 2 }));
    expect(Object.keys(down).sort()).toEqual(
      ['chatMessages', 'courses', 'exerciseAttempts', 'exercises', 'lessons', 'progressSnapshots', 'users'],
    );
    expect(down.exercises).toEqual(OLD.exercises);
    expect(down.progressSnapshots).toEqual(OLD.progressSnapshots);
  });
});

const upgraded = async () => opened(await deviceOfVersion1());

async function opened(device: Device) {
  const db = openDatabase(device);
  onTestFinished(() => db.close());
  await db.open();
  return { db, repositories: createRepositories(db) };
}

async function deviceOfVersion1(): Promise<Device> {
  const device = freshDevice();
  const db = openDatabase({ ...device, history: historyTo(1) });
  await db.open();
  for (const [table, rows] of Object.entries(OLD)) await db.table(table).bulkAdd([...rows]);
  db.close();
  return device;
}
