import type { Check } from '../checks.ts';
import type { Id } from '../models/ids.ts';
import type { Row } from '../models/row.ts';
import type { Hidden, TableName } from '../tables.ts';

/** What must hold of one table, declared once; `db/integrity.ts` enforces it at every write. */
export interface TableRules<R extends Row> {
  /** The whole row as returned: no field may lack, none may be unknown. */
  readonly shape: Check<R>;
  /** Which times the data layer sets. A row with neither carries its own. */
  readonly times: 'created and updated' | 'created' | 'updated' | 'none';
  /** A row that was written once and never changes. */
  readonly isImmutable: boolean;
  readonly unique: readonly Unique<R>[];
  readonly references: readonly Reference<R>[];
  /** The id that follows from what the row is about, where there is one. */
  readonly idOf?: (row: R) => Id;
  readonly hidden?: (row: R) => Hidden;
  /** What can only be said once all writes of the transaction are done. */
  readonly atEnd?: AtEnd<R>;
}

export interface Unique<R> {
  readonly field: string;
  /** The index that knows who holds a key. */
  readonly index: string;
  /** null: this row claims nothing. */
  readonly keyOf: (row: R) => string | [string, string] | null;
  readonly valueOf: (row: R) => unknown;
}

export interface Reference<R> {
  readonly field: string;
  readonly to: TableName;
  readonly idOf: (row: R) => Id | null;
  /** The index whose first part is this field; none where the other row is never erased on its own. */
  readonly index?: string;
  /** What erasing the other row does to this one. */
  readonly onErase: 'cascade' | 'refuse';
}

/** No two rows with one `scopeOf` may have one `valueOf`; `rowsOf` reads the rows of a scope by index. */
export interface AtEnd<R> {
  readonly field: string;
  readonly scopeOf: (row: R) => string;
  readonly valueOf: (row: R) => unknown;
  readonly index: string;
  /** The range of `index` that holds the rows of a scope. */
  readonly rangeOf: (scope: string) => readonly [lower: readonly unknown[], upper: readonly unknown[]];
}


/** Reference to the learner that owns a row; erasing them erases it. */
export const ownedBy = <R extends { readonly userId: Id | null }>(index: string): Reference<R> => ({
  field: 'userId',
  to: 'users',
  idOf: (row) => row.userId,
  index,
  onErase: 'cascade',
});
