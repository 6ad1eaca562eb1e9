import { NotFound } from '../errors.ts';
import { visible, writeRows } from '../integrity.ts';
import type { WriteOptions } from '../integrity.ts';
import type { Id } from '../models/ids.ts';
import type { TableName, Tables } from '../tables.ts';
import type { Session } from '../transaction.ts';

/** The tables whose rows may change after they were written. */
export type Changeable = Exclude<TableName, 'exerciseAttempts' | 'learningFacts' | 'reviewLogs' | 'bookmarks'>;

/** Times are the data layer's to set, so a row comes without them. */
export type Untimed<R> = R extends unknown ? Omit<R, 'createdAt' | 'updatedAt'> : never;

export const insertOne = <T extends TableName>(session: Session, table: T, row: Untimed<Tables[T]>): Promise<Tables[T]> =>
  one(session, table, row, 'insert');

/** Writes one row, over the one that is there if there is. */
export const putOne = <T extends Changeable>(session: Session, table: T, row: Untimed<Tables[T]>): Promise<Tables[T]> =>
  one(session, table, row, 'put');

/** All rows or none; the error is a BulkViolation (R2). */
export const putMany = <T extends Changeable>(
  session: Session,
  table: T,
  rows: readonly Untimed<Tables[T]>[],
): Promise<Tables[T][]> =>
  session.write([table], () => writeRows(session, table, rows, { mode: 'put', times: 'stamp', isBulk: true }));

/** Lets `change` make the row's next state and writes it. Throws NotFound. */
export function changeRow<T extends Changeable>(
  session: Session,
  table: T,
  id: Id,
  change: (row: Tables[T]) => Untimed<Tables[T]>,
): Promise<Tables[T]> {
  return session.write([table], async () => {
    const before = await session.db.rows(table).get(id);
    if (before === undefined) throw new NotFound(table, id);
    return putOne(session, table, change(visible<Tables[T]>(before)));
  });
}

function one<T extends TableName>(
  session: Session,
  table: T,
  row: Untimed<Tables[T]>,
  mode: WriteOptions['mode'],
): Promise<Tables[T]> {
  return session.write([table], async () => {
    const [written] = await writeRows(session, table, [row], { mode, times: 'stamp', isBulk: false });
    if (written === undefined) throw new Error('A row was written but none came back');
    return written;
  });
}
