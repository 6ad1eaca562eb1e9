import { expect, it } from 'vitest';
import type { InstalledPack } from '../../../db/models/installed-pack.ts';
import { everythingIn, freshDatabase } from '../open.ts';

const pack = (version: string, more: Partial<InstalledPack> = {}): Omit<InstalledPack, 'previous'> => ({
  ...{ id: 'tea', version, hash: `hash-${version}`, title: 'Tea', authors: ['Ada'] },
  ...{ licence: { text: 'CC-BY-4.0', code: 'MIT' }, size: 3, installedAt: 1 },
  ...more,
});
const bytes = (...values: number[]) => new Uint8Array(values);
const cup = { lessonId: 'tea:first', path: 'cup.svg', mediaType: 'image/svg+xml', bytes: bytes(7) };
const packs = async () => {
  const { repositories } = await freshDatabase();
  return { repositories, packs: await repositories.packs() };
};

it('a pack is found with its bytes and its pictures', async () => {
  const { packs: stored } = await packs();
  const first = await stored.put(pack('1.0.0'), bytes(1, 2, 3), [cup]);
  expect(first).toEqual({ ...pack('1.0.0'), previous: null });
  expect(await stored.getAll()).toEqual([first]);
  expect(await stored.getById('tea')).toEqual(first);
  expect(await stored.getById('coffee')).toBeNull();
  expect(await stored.bytes('tea', 'hash-1.0.0')).toEqual(bytes(1, 2, 3));
  expect(await stored.asset('tea:first', 'cup.svg')).toMatchObject(cup);
  expect(await stored.asset('tea:first', 'pot.svg')).toBeNull();
});

it('the version before stays as bytes, those before it go, and pictures are those of the last', async () => {
  const { packs: stored } = await packs();
  await stored.put(pack('1.0.0'), bytes(1), [cup]);
  await stored.put(pack('2.0.0'), bytes(2), []);
  expect((await stored.getById('tea'))?.previous).toEqual({ version: '1.0.0', hash: 'hash-1.0.0' });
  expect(await stored.bytes('tea', 'hash-1.0.0')).toEqual(bytes(1));
  expect(await stored.asset('tea:first', 'cup.svg')).toBeNull();
  await stored.put(pack('3.0.0'), bytes(3), []);
  await expect(stored.bytes('tea', 'hash-1.0.0')).rejects.toMatchObject({ type: 'NotFound' });
  expect(await stored.bytes('tea', 'hash-2.0.0')).toEqual(bytes(2));
});

it('going back makes the later version the one before', async () => {
  const { packs: stored } = await packs();
  await stored.put(pack('1.0.0'), bytes(1), []);
  await stored.put(pack('2.0.0'), bytes(2), []);
  await stored.put(pack('1.0.0'), bytes(1), []);
  expect(await stored.getById('tea')).toMatchObject({ version: '1.0.0', previous: { version: '2.0.0' } });
  expect(await stored.bytes('tea', 'hash-2.0.0')).toEqual(bytes(2));
});

it('the same version again keeps the way back', async () => {
  const { packs: stored } = await packs();
  await stored.put(pack('1.0.0'), bytes(1), []);
  await stored.put(pack('2.0.0'), bytes(2), []);
  await stored.put(pack('2.0.0', { installedAt: 9 }), bytes(2), [cup]);
  expect(await stored.getById('tea')).toMatchObject({ installedAt: 9, previous: { version: '1.0.0' } });
  expect(await stored.asset('tea:first', 'cup.svg')).toMatchObject(cup);
});

it('two packs keep apart, and are listed by title', async () => {
  const { packs: stored } = await packs();
  await stored.put(pack('1.0.0'), bytes(1), [cup]);
  await stored.put(pack('1.0.0', { id: 'coffee', title: 'Coffee' }), bytes(2), []);
  expect((await stored.getAll()).map(({ id }) => id)).toEqual(['coffee', 'tea']);
  expect(await stored.asset('tea:first', 'cup.svg')).toMatchObject(cup);
});

it('nothing of a refused transaction stays', async () => {
  const { repositories, packs: stored } = await packs();
  await expect(
    repositories.transact(['courses', 'packs', 'packFiles', 'packAssets'], async () => {
      await stored.put(pack('1.0.0'), bytes(1), [cup]);
      await repositories.courses.update('nobody', { title: 'x' });
    }),
  ).rejects.toMatchObject({ type: 'NotFound' });
  expect(await stored.getAll()).toEqual([]);
});

it('a backup holds no pack', async () => {
  const { repositories, packs: stored } = await packs();
  await stored.put(pack('1.0.0'), bytes(1), [cup]);
  expect(Object.keys(await everythingIn(repositories)).filter((table) => table.startsWith('pack'))).toEqual([]);
});
