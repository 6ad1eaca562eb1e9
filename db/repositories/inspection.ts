import { deleteRows, visible } from '../integrity.ts';
import type { Id } from '../models/ids.ts';
import type { Hidden, Stored, TableName, Tables } from '../tables.ts';
import type { Session } from '../transaction.ts';
import { MIN } from '../ranges.ts';

/** A row as it lies in the store, whatever it is: nothing vouches for its shape. */
export interface FoundRow {
  readonly id: Id;
  readonly row: Readonly<Record<string, unknown>>;
  readonly hidden: Hidden;
}

/** Rows in slices by id: for whoever must see all of them, and not hold up the page. */
export interface Inspection {
  /** The rows after `after` (null: from the first), at most `limit`. Joins the transaction around it. */
  page(table: TableName, after: Id | null, limit: number): Promise<FoundRow[]>;
  /** In the order of the ids; null where there is none. */
  get(table: TableName, ids: readonly Id[]): Promise<(FoundRow | null)[]>;
  /** Takes rows out that nothing can mend. The caller has kept them elsewhere. */
  discard(table: TableName, ids: readonly Id[]): Promise<void>;
}

export function createInspection(session: Session): Inspection {
  return {
    page: (table, after, limit) =>
      session.query(async () => {
        const rows = await session.db.rows(table).where(':id').above(after ?? MIN).limit(limit).toArray();
        return rows.map(found);
      }),
    get: (table, ids) =>
      session.query(async () => {
        const rows = await session.db.rows(table).bulkGet([...ids]);
        return rows.map((row) => (row === undefined ? null : found(row)));
      }),
    discard: (table, ids) => session.write([table], () => deleteRows(session, table, ids)),
  };
}

function found(stored: Stored<Tables[TableName]>): FoundRow {
  const { emailKey, isLive, listedIn, wasOn } = stored;
  return {
    id: stored.id,
    row: visible<object>(stored) as Readonly<Record<string, unknown>>,
    hidden: {
      ...(emailKey === undefined ? {} : { emailKey }),
      ...(isLive === undefined ? {} : { isLive }),
      ...(listedIn === undefined ? {} : { listedIn }),
      ...(wasOn === undefined ? {} : { wasOn }),
    },
  };
}
