import { expect, it } from 'vitest';
import type { SearchPart } from '../../../db/models/search-part.ts';
import { everythingIn, freshDatabase } from '../open.ts';

const part = (id: string, packId: string, hash = 'h1'): SearchPart => ({ id, packId, hash, bytes: Uint8Array.of(1, 2, 3) });

it('the parts of a pack take the place of those before', async () => {
  const { repositories } = await freshDatabase();
  const parts = await repositories.searchParts();
  await parts.replaceAll('tea', [part('tea/0', 'tea'), part('tea/1', 'tea')]);
  await parts.replaceAll('logic', [part('logic/0', 'logic')]);
  await parts.replaceAll('tea', [part('tea/0', 'tea', 'h2')]);
  expect(await parts.getByPack('tea')).toEqual([part('tea/0', 'tea', 'h2')]);
  expect(await parts.hashes()).toEqual([
    { id: 'logic/0', packId: 'logic', hash: 'h1' },
    { id: 'tea/0', packId: 'tea', hash: 'h2' },
  ]);
  await parts.remove('tea');
  expect(await parts.getByPack('tea')).toEqual([]);
  expect(Object.keys(await everythingIn(repositories))).not.toContain('searchParts');
});
