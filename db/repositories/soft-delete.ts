import { NotFound } from '../errors.ts';
import { visible, writeRows } from '../integrity.ts';
import type { EpochMs, Id } from '../models/ids.ts';
import type { New, SoftDeletable } from '../models/row.ts';
import type { Stored, Tables } from '../tables.ts';
import type { Session } from '../transaction.ts';
import { putMany } from './writing.ts';
import type { Untimed } from './writing.ts';

export interface ListOptions {
  /** Removed rows too (R4). */
  readonly includeDeleted?: boolean;
}

type Removable = 'users' | 'courses' | 'lessons';

/** The row as a look-up gives it: null where there is none, or where it is removed and nobody asked for those. */
export function shown<R extends SoftDeletable>(row: Stored<R> | undefined, options: ListOptions = {}): R | null {
  if (row === undefined || (row.deletedAt !== null && options.includeDeleted !== true)) return null;
  return visible<R>(row);
}

/** Out of every list and look-up, while its unique keys stay taken (R4). Removing what is removed changes nothing. */
export function remove<T extends Removable>(session: Session, table: T, id: Id, flag: FlagOf<T>): Promise<Tables[T]> {
  return session.write([table], async () => {
    const before = await session.db.rows(table).get(id);
    if (before === undefined) throw new NotFound(table, id);
    const row = visible<Tables[T]>(before);
    if (row.deletedAt !== null) return row;
    return set(session, table, { ...row, deletedAt: session.now(), [flag]: false }, row[flag] as boolean);
  });
}

/** Undoes `remove`, the flag included (R4). Restoring what lives changes nothing. */
export function restore<T extends Removable>(session: Session, table: T, id: Id, flag: FlagOf<T>): Promise<Tables[T]> {
  return session.write([table], async () => {
    const before = await session.db.rows(table).get(id);
    if (before === undefined) throw new NotFound(table, id);
    const row = visible<Tables[T]>(before);
    if (row.deletedAt === null) return row;
    const deletedAt: EpochMs | null = null;
    return set(session, table, { ...row, deletedAt, [flag]: before.wasOn ?? true }, true);
  });
}

/** The flag that goes out with the row. */
type FlagOf<T extends Removable> = T extends 'users' ? keyof Tables[T] & 'isActive' : keyof Tables[T] & 'isPublished';

async function set<T extends Removable>(session: Session, table: T, row: Tables[T], wasOn: boolean): Promise<Tables[T]> {
  await writeRows(session, table, [row], { mode: 'put', times: 'stamp', isBulk: false }, { wasOn });
  const after = await session.db.rows(table).get(row.id);
  if (after === undefined) throw new NotFound(table, row.id);
  return visible<Tables[T]>(after);
}

/**
 * Writes content in place by id, all or none (R2). A removed row stays removed and unpublished, and remembers whether
 * its new state is published: an update of a course is not the learner's wish to have it back.
 */
export function putContent<T extends 'courses' | 'lessons'>(
  session: Session,
  table: T,
  rows: readonly New<Tables[T]>[],
): Promise<Tables[T][]> {
  return session.write([table], async () => {
    const stored = await session.db.rows(table).bulkGet(rows.map((row) => row.id));
    return putMany(
      session,
      table,
      rows.map((row, i) => {
        const deletedAt = stored[i]?.deletedAt ?? null;
        const content = { ...row, deletedAt, isPublished: row.isPublished && deletedAt === null };
        return content as unknown as Untimed<Tables[T]>;
      }),
    );
  });
}
