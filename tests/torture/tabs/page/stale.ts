import { openDatabase, type HornbookDatabase } from '../../../../db/database.ts';
import { createRepositories } from '../../../../db/repositories.ts';
import { historyTo } from '../../../db/history.ts';
import { finished } from './raw.ts';

/** What code of an older version tries when nobody told it to stop; each way says how it ended. */
export async function tryToWrite(db: HornbookDatabase): Promise<string[]> {
  const row = (n: number): object => ({ id: `stale-${n}-${Math.random()}`, key: 'stale', value: n, userId: null, username: `stale-${n}-${Math.random()}` });
  const ways: readonly (() => PromiseLike<unknown>)[] = [
    () => db.table('users').put(row(1)),
    () => db.table('users').bulkPut([row(2), row(3)]),
    () => db.table('exerciseAttempts').add(row(4)),
    () => db.table('exerciseAttempts').toCollection().modify({ score: 99 }),
    () => db.table('progressSnapshots').clear(),
    () => db.transaction('rw', db.tables.map(({ name }) => name), () => db.table('users').put(row(5))),
    // An app of that version had repositories of its own.
    () => createRepositories(db).users.create({ id: 'stale-6', username: 'stale-6', displayName: 'Stale' }),
    async () => {
      await db.open();
      return db.table('users').put(row(7));
    },
    () => Promise.resolve().then(() => finished(db.backendDB().transaction('users', 'readwrite').objectStore('users').put(row(8)))),
  ];
  const said: string[] = [];
  for (const way of ways) said.push(await within(way));
  return said;
}

/** An old shell that starts anew: it opens the database itself. */
export async function startOld(version: number): Promise<string[]> {
  const said: string[] = [];
  for (const durability of ['strict', 'relaxed'] as const) {
    const db = openDatabase({ history: historyTo(version), durability });
    said.push(await within(() => db.open()), ...(await tryToWrite(db)));
    db.close();
  }
  return said;
}

async function within(way: () => PromiseLike<unknown>): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 2_000));
  const tried = Promise.resolve()
    .then(way)
    .then(() => 'WRITTEN', (error: unknown) => (error as { readonly name?: string; readonly type?: string }).type ?? (error as Error).name);
  return Promise.race([tried, late]);
}
