import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { ExerciseType } from '../../../db/models/enums.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { v3 } from '../../../db/versions/v3.ts';
import { downgradeDump } from '../../../db/versions/v3-downgrade.ts';
import type { AnyDump, AnyRow } from '../../../db/versions/version.ts';
import { historyTo } from '../history.ts';
import { everythingIn, freshDevice, type Device } from '../open.ts';
import { choice2, code2, hidden2, ROWS_OF_2 } from './v2-rows.ts';

const noRules = { required: [], forbidden: [] };
const isCode = (row: AnyRow) => row.type === 'CODE_COMPLETION';
const byId = (a: AnyRow, b: AnyRow) => (String(a.id) < String(b.id) ? -1 : 1);
const sorted = (dump: AnyDump) =>
  Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, [...rows].sort(byId)]));

describe('version 3', () => {
  it('R13: keeps every row of version 2, and code exercises ask for no construct', async () => {
    const { repositories } = await opened(await deviceOfVersion2());
    const expected = ROWS_OF_2.exercises?.map((row) => (isCode(row) ? { ...row, constructs: noRules } : row)) ?? [];
    expect(sorted(await everythingIn(repositories, { version: 3 }))).toEqual(sorted({ ...ROWS_OF_2, exercises: expected }));
  });

  it('R13: does the same to a database and to a backup', async () => {
    const { repositories } = await opened(await deviceOfVersion2());
    expect(sorted(v3.upgradeDump(ROWS_OF_2))).toEqual(sorted(await everythingIn(repositories, { version: 3 })));
    expect(v3.upgradeDump({})).toEqual({ exercises: [] });
  });

  it('R13: rolls back whole when the upgrade breaks half way, and upgrades at the next start', async () => {
    const device = await deviceOfVersion2();
    const half = openDatabase({ ...device, history: historyTo(2) });
    half.version(3).stores(v3.stores).upgrade(async (transaction) => {
      await v3.upgrade?.(transaction);
      throw new Error('power cut');
    });
    await expect(half.open()).rejects.toThrow('power cut');
    half.close();
    const old = openDatabase({ ...device, history: historyTo(2) });
    await old.open();
    expect(old.backendDB().version).toBe(20);
    expect(await old.table('exercises').get('e2')).toEqual(code2('e2', 'l1', 2));
    old.close();
    const { repositories } = await opened(device);
    expect(await repositories.exercises.getById('e2')).toMatchObject({ constructs: noRules });
  });

  it('R13: a row of version 2 can be written anew once it was upgraded', async () => {
    const { repositories } = await opened(await deviceOfVersion2());
    expect(await repositories.exercises.update('e2', { points: 5 })).toMatchObject({ points: 5 });
  });

  it('R15: up, down and up again loses nothing of version 2', () => {
    const up = v3.upgradeDump(ROWS_OF_2);
    const down = downgradeDump(up);
    expect(down).toEqual(ROWS_OF_2);
    expect(v3.upgradeDump(down)).toEqual(up);
    expect(downgradeDump({ exercises: [] })).toEqual({ exercises: [] });
  });
});

describe('R15: what version 2 cannot hold', () => {
  const down = (exercise: AnyRow) => downgradeDump({ exercises: [{ ...exercise, constructs: noRules }] }).exercises;
  const test = (kind: string): AnyRow => ({ id: kind, name: kind, isVisible: true, kind, code: 'assert x' });

  it('a fault to be mended is code to be completed', () => {
    expect(down({ ...code2('e', 'l', 1), type: 'FIX_BUG' })).toEqual([code2('e', 'l', 1)]);
  });

  it('tests that run beside the code are left out, and with the last of them the exercise', () => {
    const tests = code2('e', 'l', 1).tests as AnyRow[];
    expect(down({ ...code2('e', 'l', 1), tests: [test('assert'), ...tests, test('file')] })).toEqual([code2('e', 'l', 1)]);
    expect(down({ ...code2('e', 'l', 1), tests: [test('assert'), test('file')] })).toEqual([]);
  });

  it('TypeScript is left out, of courses by its name alone', () => {
    expect(down({ ...code2('e', 'l', 1), language: 'typescript' })).toEqual([]);
    const courses = [{ id: 'c', programmingLanguage: 'typescript' }, { id: 'd', programmingLanguage: 'python' }];
    expect(downgradeDump({ courses }).courses).toEqual([{ id: 'c', programmingLanguage: null }, courses[1]]);
  });

  it('exercises of the other new types are left out', () => {
    const kept = Object.keys(ExerciseType).filter((type) => down({ ...code2('e', 'l', 1), type })?.length === 1);
    expect(kept.sort()).toEqual(['CODE_COMPLETION', 'FIX_BUG', 'FREE_FORM', 'MULTIPLE_CHOICE', 'TRUE_FALSE']);
  });

  it('an answer to what an exercise once was stays as words, and its attempt with it', () => {
    const answer = { type: 'ORDERING', itemIds: ['b', 'a'] };
    const dump = { exercises: [choice2('e', 'l', 1)], exerciseAttempts: [{ id: 'a', exerciseId: 'e', answer }] };
    const fixed = { id: 'b', exerciseId: 'e', answer: { type: 'FIX_BUG', files: {} } };
    expect(downgradeDump({ ...dump, exerciseAttempts: [...dump.exerciseAttempts, fixed] }).exerciseAttempts).toEqual([
      { id: 'a', exerciseId: 'e', answer: { type: 'FREE_FORM', text: JSON.stringify(answer) } },
      { id: 'b', exerciseId: 'e', answer: { type: 'CODE_COMPLETION', files: {} } },
    ]);
  });
});

async function opened(device: Device) {
  const db = openDatabase(device);
  onTestFinished(() => db.close());
  await db.open();
  return { db, repositories: createRepositories(db) };
}

async function deviceOfVersion2(): Promise<Device> {
  const device = freshDevice();
  const db = openDatabase({ ...device, history: historyTo(2) });
  await db.open();
  for (const [table, rows] of Object.entries(ROWS_OF_2)) {
    await db.table(table).bulkAdd(rows.map((row) => ({ ...row, ...hidden2[table] })));
  }
  db.close();
  return device;
}
