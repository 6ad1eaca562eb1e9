import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { VERSIONS, downgradedDump, upgradedDump } from '../../../db/versions/all.ts';
import { v5 } from '../../../db/versions/v5.ts';
import type { AnyDump, AnyRow } from '../../../db/versions/version.ts';
import { countDays } from '../../../src/core/activity/count-days.ts';
import { localToday } from '../../../src/services/local-today.ts';
import { historyTo } from '../history.ts';
import { everythingIn, freshDevice, type Device } from '../open.ts';
import { choice2, hidden2, ROWS_OF_2 } from './v2-rows.ts';

const ROWS_OF_4 = VERSIONS.filter(({ number }) => number === 3 || number === 4).reduce((rows, version) => version.upgradeDump(rows), ROWS_OF_2);
const byId = (a: AnyRow, b: AnyRow) => (String(a.id) < String(b.id) ? -1 : 1);
const sorted = (dump: AnyDump) => Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, [...rows].sort(byId)]));
const dayOf = (at: unknown) => localToday(Number(at));

describe('version 5', () => {
  it('R13: keeps every row of version 4; an attempt learns its day, and content of objectives and variants', async () => {
    const { repositories } = await opened(await deviceOfVersion4());
    const after = await everythingIn(repositories);
    expect(sorted(after)).toEqual(
      sorted({
        ...ROWS_OF_4,
        lessons: (ROWS_OF_4.lessons ?? []).map((lesson) => ({ ...lesson, objectives: [] })),
        exercises: (ROWS_OF_4.exercises ?? []).map((exercise) => ({ ...exercise, objectives: [], variantOf: null })),
        exerciseAttempts: (ROWS_OF_4.exerciseAttempts ?? []).map((attempt) => ({ ...attempt, day: dayOf(attempt.createdAt) })),
        ...{ reviewCards: [], reviewLogs: [], notes: [], bookmarks: [] },
      }),
    );
  });

  it('R13: does the same to a database and to a backup', async () => {
    const { repositories } = await opened(await deviceOfVersion4());
    expect(sorted(v5.upgradeDump(ROWS_OF_4))).toEqual(sorted(await everythingIn(repositories)));
    expect(v5.upgradeDump({})).toMatchObject({ lessons: [], exercises: [], exerciseAttempts: [] });
  });

  it('R13: exercises are found in their lessons again, and days are counted', async () => {
    const { repositories } = await opened(await deviceOfVersion4());
    expect((await repositories.exercises.getByLesson('l1')).map(({ id }) => id)).toEqual(['e1', 'e2']);
    const attempts = await repositories.attempts.getByExercises('u', ['e1', 'e2', 'e3']);
    const days = await (await repositories.activity()).getAll('u');
    expect(days).toEqual(countDays(attempts, () => 'c'));
    expect(days.reduce((sum, { attempts: count }) => sum + count, 0)).toBe(3);
  });

  it('R13: an attempt of no calendar’s time, or at nothing, stops no upgrade', async () => {
    const device = await deviceOfVersion4({ exerciseAttempts: [{ ...ROWS_OF_4.exerciseAttempts?.[0], id: 'odd', exerciseId: 'gone', createdAt: 1e300 }] });
    const { repositories } = await opened(device);
    expect(await repositories.attempts.getById('odd')).toMatchObject({ day: '1970-01-01' });
    expect(await (await repositories.activity()).getAll('u')).toEqual([]);
  });

  it('R13: rolls back whole when the upgrade breaks half way, and upgrades at the next start', async () => {
    const device = await deviceOfVersion4();
    const half = openDatabase({ ...device, history: historyTo(4) });
    half.version(5).stores(v5.stores).upgrade(async (transaction) => {
      await v5.upgrade?.(transaction);
      throw new Error('power cut');
    });
    await expect(half.open()).rejects.toThrow('power cut');
    half.close();
    const old = openDatabase({ ...device, history: historyTo(4) });
    await old.open();
    expect(old.backendDB().version).toBe(40);
    expect(await old.table('exerciseAttempts').get('a1')).not.toHaveProperty('day');
    old.close();
    const { repositories } = await opened(device);
    expect(await repositories.attempts.getById('a1')).toHaveProperty('day');
  });

  it('R15: up, down and up again loses nothing of version 4', async () => {
    const up = v5.upgradeDump(ROWS_OF_4);
    expect(await v5.downgradeDump(up)).toEqual(ROWS_OF_4);
    expect(v5.upgradeDump(await v5.downgradeDump(up))).toEqual(up);
    expect(await v5.downgradeDump({ users: [] })).toEqual({ users: [] });
  });
});

describe('what version 4 cannot hold of version 5', () => {
  const variant = (id: string): AnyRow => ({ ...choice2(id, 'l1', 9), objectives: ['o1'], variantOf: 'e1', isRequired: false });
  const up = v5.upgradeDump(ROWS_OF_4);
  const met = { ...up.exerciseAttempts?.[0], id: 'a9', exerciseId: 'met', mode: 'REVIEW' };
  const rows: AnyDump = {
    ...up,
    exercises: [...(up.exercises ?? []), variant('met'), variant('unmet')],
    exerciseAttempts: [...(up.exerciseAttempts ?? []), met],
    reviewCards: [{ id: 'u/e1' }],
    notes: [{ id: 'n' }],
  };

  it('R15: goes, but a variant that the learner has met: that waits on the shelf, with their work', async () => {
    const down = await v5.downgradeDump(rows);
    expect(Object.keys(down).sort()).toEqual(Object.keys(ROWS_OF_4).sort());
    expect(down.exercises?.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3', 'met']);
    expect(down.exercises?.at(-1)).toMatchObject({ lessonId: 'c:*retired', isRequired: false });
    expect(down.exerciseAttempts?.at(-1)).toMatchObject({ id: 'a9', exerciseId: 'met' });
    expect(down.lessons?.at(-1)).toMatchObject({ id: 'c:*retired', courseId: 'c', isPublished: false });
    expect(JSON.stringify(down)).not.toMatch(/"(day|objectives|variantOf)"/);
  });

  it('R15: can be restored by version 4 as it stands, and comes back up', async () => {
    const down = await downgradedDump(rows, 4);
    const again = upgradedDump(down, 4);
    const db = openDatabase(freshDevice());
    onTestFinished(() => db.close());
    await db.open();
    const repositories = createRepositories(db);
    await (await repositories.dumps()).restoreRows(again, { version: 5, onExisting: 'refuse' });
    expect(await repositories.attempts.getById('a9')).toMatchObject({ exerciseId: 'met' });
    expect((await repositories.exercises.getByLesson('l1')).map(({ id }) => id)).toEqual(['e1', 'e2']);
  });

  it('R15: a shelf that is there already is used', async () => {
    const shelf = { ...up.lessons?.[0], id: 'c:*retired', courseId: 'c' };
    const down = await v5.downgradeDump({ ...rows, lessons: [...(rows.lessons ?? []), shelf] });
    expect(down.lessons?.filter(({ id }) => id === 'c:*retired')).toHaveLength(1);
  });
});

async function opened(device: Device) {
  const db = openDatabase(device);
  onTestFinished(() => db.close());
  await db.open();
  return { db, repositories: createRepositories(db) };
}

async function deviceOfVersion4(more: AnyDump = {}): Promise<Device> {
  const device = freshDevice();
  const db = openDatabase({ ...device, history: historyTo(4) });
  await db.open();
  for (const [table, rows] of Object.entries({ ...ROWS_OF_4, ...more }))
    await db.table(table).bulkAdd(rows.map((row) => ({ ...row, ...hidden2[table] })));
  db.close();
  return device;
}
