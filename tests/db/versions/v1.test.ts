import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { v1 } from '../../../db/versions/v1.ts';
import { historyTo } from '../history.ts';
import { freshDevice } from '../open.ts';
import { oldCourse, oldLesson, oldUser } from './old-dumps.ts';

it('holds the seven tables of the original platform', () => {
  expect(Object.keys(v1.stores)).toHaveLength(7);
  expect(v1.downgradeDump({ users: [oldUser('u')] })).toEqual({});
  const dump = { users: [oldUser('u')] };
  expect(v1.upgradeDump(dump)).toBe(dump);
});

it('keeps e-mail, username and slug unique in the store itself, and skips those who give no e-mail', async () => {
  const db = openDatabase({ ...freshDevice(), history: historyTo(1) });
  onTestFinished(() => db.close());
  await db.open();
  const users = db.table('users');
  await users.bulkAdd([oldUser('a'), oldUser('b')]);
  await expect(users.add({ ...oldUser('c'), username: 'a' })).rejects.toMatchObject({ name: 'ConstraintError' });
  await users.add({ ...oldUser('d'), emailKey: 'd@example.org' });
  await expect(users.add({ ...oldUser('e'), emailKey: 'd@example.org' })).rejects.toMatchObject({ name: 'ConstraintError' });
  await db.table('courses').add(oldCourse('python'));
  await expect(db.table('courses').add({ ...oldCourse('x'), slug: 'python' })).rejects.toMatchObject({ name: 'ConstraintError' });
});

it('lets two lessons of a course share an order while they swap', async () => {
  const db = openDatabase({ ...freshDevice(), history: historyTo(1) });
  onTestFinished(() => db.close());
  await db.open();
  await db.table('lessons').bulkAdd([oldLesson('l1', 'c', 1), oldLesson('l2', 'c', 1)]);
  expect(await db.table('lessons').where('[courseId+order]').equals(['c', 1]).count()).toBe(2);
});
