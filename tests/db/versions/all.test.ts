import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { DERIVED_TABLES, PACK_TABLES, TABLE_NAMES } from '../../../db/tables.ts';
import { SCHEMA_VERSION, VERSIONS, downgradedDump, upgradedDump } from '../../../db/versions/all.ts';
import { STORES } from '../../../db/versions/current.ts';
import { historyTo } from '../history.ts';
import { everythingIn, freshDatabase, freshDevice } from '../open.ts';
import { oldDump } from './old-dumps.ts';

const STORES_OF_2 = {
  chatMessages: ['[userId+createdAt]', '[userId+threadId+createdAt]', 'exerciseId', 'lessonId'],
  courses: ['[isLive+order]', 'order', 'slug!'],
  drafts: ['[userId+updatedAt]', 'exerciseId'],
  exerciseAttempts: ['[userId+createdAt]', '[userId+exerciseId+createdAt]', 'exerciseId'],
  exercises: ['[lessonId+order]'],
  learningFacts: ['[userId+courseId]', 'exerciseId', 'lessonId'],
  lessons: ['[courseId+isLive+order]', '[courseId+order]'],
  progressSnapshots: ['[userId+courseId]!', 'courseId'],
  settings: ['userId'],
  tombstones: ['userId'],
  users: ['[isLive+createdAt]', 'createdAt', 'emailKey!', 'username!'],
};

const STORES_OF_4 = { ...STORES_OF_2, packAssets: ['packId'], packFiles: ['packId'], packs: [] };

/** What each version's stores are in the database itself. Never edit an entry: a change is a new version. */
const FROZEN: Readonly<Record<number, Readonly<Record<string, readonly string[]>>>> = {
  1: {
    chatMessages: ['[userId+createdAt]', '[userId+threadId+createdAt]', 'exerciseId', 'lessonId'],
    courses: ['[isLive+order]', 'order', 'slug!'],
    exerciseAttempts: ['[userId+createdAt]', '[userId+exerciseId+createdAt]', 'exerciseId'],
    exercises: ['[lessonId+order]'],
    lessons: ['[courseId+isLive+order]', '[courseId+order]'],
    progressSnapshots: ['[userId+courseId]!', 'courseId'],
    users: ['[isLive+createdAt]', 'createdAt', 'emailKey!', 'username!'],
  },
  2: STORES_OF_2,
  // What rows may hold changed, no store did.
  3: STORES_OF_2,
  4: STORES_OF_4,
  5: {
    ...STORES_OF_4,
    activityDays: ['[userId+courseId+day]', '[userId+day]'],
    bookmarks: ['[userId+courseId]', '[userId+createdAt]', 'exerciseId', 'lessonId'],
    exercises: ['[lessonId+order]', '[listedIn+order]', 'variantOf'],
    notes: ['[userId+courseId]', '[userId+lessonId+createdAt]', '[userId+updatedAt]', 'lessonId'],
    reviewCards: ['[userId+courseId+isLive+due]', '[userId+isLive+due]', 'exerciseId', 'lessonId'],
    reviewLogs: ['[cardId+at]', '[userId+at]', '[userId+courseId+at]'],
    searchParts: ['packId'],
  },
};

describe('the history of the schema', () => {
  it('counts up from 1 without a gap, and the last is what the app writes', () => {
    expect(VERSIONS.map((version) => version.number)).toEqual(VERSIONS.map((_, i) => i + 1));
    expect(SCHEMA_VERSION).toBe(VERSIONS.length);
  });

  it('R13: has a test and frozen stores for every version, and a version for every file', () => {
    const files = readdirSync('db/versions').filter((name) => /^v\d+\.ts$/.test(name));
    expect(files.sort()).toEqual(VERSIONS.map((version) => `v${version.number}.ts`).sort());
    expect(VERSIONS.filter(({ number }) => !existsSync(`tests/db/versions/v${number}.test.ts`))).toEqual([]);
    expect(VERSIONS.filter(({ number }) => FROZEN[number] === undefined)).toEqual([]);
  });

  it.each(VERSIONS.map((version) => version.number))('opens version %i with exactly its frozen stores', async (version) => {
    expect(await storesOf(version)).toEqual(FROZEN[version]);
  });

  it('has a store for every table, and no other', () => {
    expect(Object.keys(FROZEN[SCHEMA_VERSION] ?? {}).sort()).toEqual([...TABLE_NAMES, ...PACK_TABLES, ...DERIVED_TABLES].sort());
  });

  it('adds up to the stores that a new database is made with', async () => {
    expect(Object.assign({}, ...VERSIONS.map(({ stores }) => stores))).toEqual(STORES);
    expect(await storesOf(null)).toEqual(FROZEN[SCHEMA_VERSION]);
  });
});

describe('a backup of an old version', () => {
  it('R15: up, down and up again loses nothing that the older one can hold', async () => {
    await fc.assert(
      fc.asyncProperty(oldDump, async (old) => {
        const up = upgradedDump(old, 1);
        const down = await downgradedDump(up, 1);
        const again = upgradedDump(down, 1);
        expect(again).toEqual(up);
        expect(await downgradedDump(again, 1)).toEqual(down);
        for (const [table, rows] of Object.entries(old))
          if (table !== 'progressSnapshots') expect(down[table]).toEqual(rows);
        expect(down.progressSnapshots?.map((row) => row.completedLessonIds)).toEqual(
          old.progressSnapshots?.map((row) => row.completedLessonIds),
        );
      }),
    );
  });

  it('R15: restores into this version, and a backup for the old one comes back out', async () => {
    await fc.assert(
      fc.asyncProperty(oldDump, async (old) => {
        const { repositories, db } = await freshDatabase();
        await (await repositories.dumps()).restoreRows(old, { version: 1, onExisting: 'refuse' });
        const back = await everythingIn(repositories, { version: 1 });
        const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
        for (const [table, rows] of Object.entries(await downgradedDump(upgradedDump(old, 1), 1)))
          expect([...(back[table] ?? [])].sort(byId)).toEqual([...rows].sort(byId));
        db.close();
      }),
      { numRuns: 10 },
    );
  });

  it('R15: a version stays as it is when nothing lies between', async () => {
    const dump = { users: [{ id: 'u' }] };
    expect(upgradedDump(dump, SCHEMA_VERSION)).toBe(dump);
    expect(await downgradedDump(dump, SCHEMA_VERSION)).toBe(dump);
  });
});

/** Store → its indexes, `!` where unique; of a past version, or (null) as the app makes them; read from the opened database, not from the declaration. */
async function storesOf(version: number | null): Promise<Record<string, string[]>> {
  const db = openDatabase({ ...freshDevice(), ...(version === null ? {} : { history: historyTo(version) }) });
  onTestFinished(() => db.close());
  await db.open();
  const names = [...db.backendDB().objectStoreNames];
  const transaction = db.backendDB().transaction(names);
  return Object.fromEntries(
    names.map((name) => {
      const store = transaction.objectStore(name);
      expect([store.keyPath, store.autoIncrement]).toEqual(['id', false]);
      const indexes = [...store.indexNames].map((index) => `${index}${store.index(index).unique ? '!' : ''}`);
      return [name, indexes.sort()];
    }),
  );
}
