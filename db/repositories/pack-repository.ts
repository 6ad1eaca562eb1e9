import { NotFound } from '../errors.ts';
import type { Id } from '../models/ids.ts';
import type { InstalledPack } from '../models/installed-pack.ts';
import { PACK_TABLES, type PackAssetRow, type PackFileRow } from '../tables.ts';
import type { Session } from '../transaction.ts';

/** A picture, by the lesson that shows it and the path its text names. */
export type NewPackAsset = Omit<PackAssetRow, 'id' | 'packId'>;

/** Courses that came from files. What they hold for lessons and exercises is in the tables of content. */
export interface PackRepository {
  /** By title. */
  getAll(): Promise<InstalledPack[]>;
  getById(packId: Id): Promise<InstalledPack | null>;
  /**
   * Puts a version in the place of the one that is there, whose bytes stay as the way back; those before go. The same
   * version again changes nothing but its time. `previous` is set here.
   */
  put(pack: Omit<InstalledPack, 'previous'>, bytes: Uint8Array, assets: readonly NewPackAsset[]): Promise<InstalledPack>;
  /** The file of the version that is installed, or of the one before. Throws NotFound. */
  bytes(packId: Id, hash: string): Promise<Uint8Array>;
  asset(lessonId: Id, path: string): Promise<NewPackAsset | null>;
}

export function createPackRepository(session: Session): PackRepository {
  const packs = session.db.table<InstalledPack, Id>('packs');
  const files = session.db.table<PackFileRow, Id>('packFiles');
  const assets = session.db.table<PackAssetRow, Id>('packAssets');

  return {
    getAll: () => session.query(async () => (await packs.toArray()).sort((a, b) => a.title.localeCompare(b.title))),
    getById: (packId) => session.query(async () => (await packs.get(packId)) ?? null),
    put: (pack, bytes, pictures) =>
      session.write(PACK_TABLES, async () => {
        const before = await packs.get(pack.id);
        const { hash, version } = before ?? {};
        const isSame = hash === pack.hash;
        const previous = isSame ? (before?.previous ?? null) : hash === undefined || version === undefined ? null : { hash, version };
        const kept = [pack.hash, previous?.hash];
        const stale = (await files.where('packId').equals(pack.id).toArray()).filter((file) => !kept.includes(file.hash));
        await files.bulkDelete(stale.map(({ id }) => id));
        await files.put({ id: fileId(pack.id, pack.hash), packId: pack.id, hash: pack.hash, bytes });
        await assets.bulkDelete(await assets.where('packId').equals(pack.id).primaryKeys());
        await assets.bulkPut(pictures.map((asset) => ({ ...asset, id: assetId(asset.lessonId, asset.path), packId: pack.id })));
        const written: InstalledPack = { ...pack, previous };
        await packs.put(written);
        return written;
      }),
    bytes: (packId, hash) =>
      session.query(async () => {
        const file = await files.get(fileId(packId, hash));
        if (file === undefined) throw new NotFound('packFiles', fileId(packId, hash));
        return file.bytes;
      }),
    asset: (lessonId, path) => session.query(async () => (await assets.get(assetId(lessonId, path))) ?? null),
  };
}

const fileId = (packId: Id, hash: string): Id => `${packId}/${hash}`;
const assetId = (lessonId: Id, path: string): Id => `${lessonId}/${path}`;
