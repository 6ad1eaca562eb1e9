import type { Id } from '../models/ids.ts';
import type { SearchPart } from '../models/search-part.ts';
import type { Session } from '../transaction.ts';

/** Pieces of the search index: made anew from the courses whenever they are missing or out of date. */
export interface SearchPartRepository {
  getByPack(packId: Id): Promise<SearchPart[]>;
  /** Of every part, without its bytes. */
  hashes(): Promise<Pick<SearchPart, 'id' | 'packId' | 'hash'>[]>;
  /** Puts these in the place of all that the pack has. */
  replaceAll(packId: Id, parts: readonly SearchPart[]): Promise<void>;
  remove(packId: Id): Promise<void>;
}

export function createSearchPartRepository(session: Session): SearchPartRepository {
  const parts = session.db.table<SearchPart, Id>('searchParts');
  const ofPack = (packId: Id) => parts.where('packId').equals(packId);
  const replaceAll = (packId: Id, rows: readonly SearchPart[]): Promise<void> =>
    session.write(['searchParts'], async () => {
      await parts.bulkDelete(await ofPack(packId).primaryKeys());
      await parts.bulkPut(rows);
    });

  return {
    getByPack: (packId) => session.query(() => ofPack(packId).toArray()),
    hashes: () =>
      session.query(async () => {
        const known: Pick<SearchPart, 'id' | 'packId' | 'hash'>[] = [];
        await parts.each(({ id, packId, hash }) => known.push({ id, packId, hash }));
        return known;
      }),
    replaceAll,
    remove: (packId) => replaceAll(packId, []),
  };
}
