import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { createRepositories } from '../../../db/repositories.ts';
import { v4 } from '../../../db/versions/v4.ts';
import { storedProfile } from '../../fixtures/profiles/stored.ts';
import { historyTo } from '../history.ts';
import { everythingIn, freshDevice } from '../open.ts';

it('R13: a database of version 3 keeps every row, and can take a pack', async () => {
  const device = freshDevice();
  const old = openDatabase({ ...device, history: historyTo(3) });
  await old.open();
  const rows = storedProfile(3);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd([...all]);
  old.close();

  const db = openDatabase(device);
  onTestFinished(() => db.close());
  await db.open();
  const repositories = createRepositories(db);
  const after = await everythingIn(repositories);
  for (const [table, all] of Object.entries(rows)) expect(after[table]).toHaveLength(all.length);
  expect(await (await repositories.packs()).getAll()).toEqual([]);
});

it('R15: a backup is the same in both', () => {
  const dump = { courses: [{ id: 'c' }] };
  expect(v4.upgradeDump(dump)).toEqual(dump);
  expect(v4.downgradeDump(dump)).toEqual(dump);
});
