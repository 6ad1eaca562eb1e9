import { describe, expect, it } from 'vitest';
import type { Rows } from '../../../../src/services/journal/entry.ts';
import { compare, differences, isSame, type Differing } from '../../../../src/services/journal/verify.ts';
import { everythingIn } from '../../../db/open.ts';
import { answerTrueFalse, enrolled } from '../learner.ts';

/** A learner with an answer, and a journal that says just what the database says. */
async function worked() {
  const device = await enrolled();
  await answerTrueFalse(device, device.userId, 'a1', true);
  const { users = [], exerciseAttempts = [], settings = [] } = (await everythingIn(device.repositories)) as Rows;
  const [user = { id: '' }] = users;
  const [attempt = { id: '' }] = exerciseAttempts;
  return { strict: device.repositories, user, attempt, settings, rows: { users, exerciseAttempts, settings } };
}

const folded = (rows: Rows) => ({ rows, places: [] });

async function differing(...args: Parameters<typeof differences>): Promise<readonly Differing[]> {
  const all: Differing[] = [];
  for await (const slice of differences(...args)) all.push(...slice.differing);
  return all;
}

describe('the journal, held against the database', () => {
  it('differs in nothing where all is there', async () => {
    const { strict, rows } = await worked();
    expect(await compare(strict, folded(rows))).toMatchObject({ missing: 0, damaged: {} });
  });

  it('tells of rows that are not there, and of those that are only in an older state', async () => {
    const { strict, user, attempt } = await worked();
    const later = { ...user, displayName: 'Ada L.', updatedAt: Number(user.updatedAt) + 1 };
    const gone = { ...attempt, id: 'gone' };
    expect(await differing(strict, { users: [later], exerciseAttempts: [attempt, gone] })).toEqual([
      { table: 'users', row: later, how: 'missing' },
      { table: 'exerciseAttempts', row: gone, how: 'missing' },
    ]);
    expect(await compare(strict, folded({ users: [later], exerciseAttempts: [gone] }))).toEqual({ missing: 2, damaged: {}, compared: 2 });
  });

  it('is behind the database without a word', async () => {
    const { strict, user } = await worked();
    const earlier = { ...user, displayName: 'A', updatedAt: Number(user.updatedAt) - 1 };
    expect(await differing(strict, { users: [earlier] })).toEqual([]);
  });

  it('tells of what never changes and is not as it was written', async () => {
    const { strict, attempt } = await worked();
    const changed = { ...attempt, score: 0.25 };
    expect(await differing(strict, { exerciseAttempts: [changed] })).toEqual([{ table: 'exerciseAttempts', row: changed, how: 'changed' }]);
    expect(await compare(strict, folded({ exerciseAttempts: [changed] }))).toEqual({
      missing: 0,
      damaged: { exerciseAttempts: [changed] },
      compared: 1,
    });
  });

  it('takes the day of an answer from before days were noted for no difference: it is guessed anew wherever it is read', async () => {
    const { strict, attempt } = await worked();
    expect(await differing(strict, { exerciseAttempts: [{ ...attempt, day: '2001-01-01' }] })).toEqual([]);
  });

  it('does not miss what comes back from packs, nor what is not wanted', async () => {
    const { strict, attempt } = await worked();
    const packs = { id: 'device/installedPacks', value: {}, updatedAt: Number.MAX_SAFE_INTEGER };
    expect(await compare(strict, folded({ settings: [packs] }))).toEqual({ missing: 0, damaged: {}, compared: 0 });
    const rows = { exerciseAttempts: ['x', 'y'].map((id) => ({ ...attempt, id })) };
    expect((await differing(strict, rows, (table, { id }) => table === 'exerciseAttempts' && id === 'y')).map(({ row }) => row.id)).toEqual(['y']);
  });

  it('is read in slices, each with the rows that belong to it', async () => {
    const { strict, attempt } = await worked();
    const many = Array.from({ length: 1_200 }, (_, i) => (i === 700 ? attempt : { ...attempt, id: `gone-${i}` }));
    const slices: (readonly [number, number])[] = [];
    for await (const slice of differences(strict, { exerciseAttempts: many })) slices.push([slice.compared, slice.differing.length]);
    expect(slices).toEqual([[500, 500], [500, 499], [200, 200]]);
  });
});

it('two rows are the same whatever the order of their fields, and a field that is undefined is none', () => {
  expect(isSame({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1, d: undefined })).toBe(true);
  expect(isSame({ a: [1, 2] }, { a: { 0: 1, 1: 2 } })).toBe(false);
  expect(isSame({ a: null }, {})).toBe(false);
  expect(isSame({ a: NaN }, { a: NaN })).toBe(true);
});
