import type { Id } from './models/ids.ts';
import type { Dump, TableName, Tables } from './tables.ts';

/** What one transaction changed, told after its commit: the rows as they now are, and the ids of rows now gone. */
export interface Changes {
  readonly written: Dump;
  readonly deleted: { readonly [T in TableName]?: readonly Id[] };
}

/** Collects a transaction's changes; of a row changed twice the last state counts. */
export interface ChangeLog {
  wrote<T extends TableName>(table: T, rows: readonly Tables[T][]): void;
  deleted(table: TableName, ids: readonly Id[]): void;
  /** Null: nothing was changed. */
  changes(): Changes | null;
}

export function createChangeLog(): ChangeLog {
  const tables = new Map<TableName, Map<Id, Tables[TableName] | null>>();
  const of = (table: TableName): Map<Id, Tables[TableName] | null> => {
    const known = tables.get(table) ?? new Map<Id, Tables[TableName] | null>();
    tables.set(table, known);
    return known;
  };
  return {
    wrote: (table, rows) => rows.forEach((row) => of(table).set(row.id, row)),
    deleted: (table, ids) => ids.forEach((id) => of(table).set(id, null)),
    changes() {
      const written: { [name: string]: Tables[TableName][] } = {};
      const deleted: { [T in TableName]?: Id[] } = {};
      for (const [table, rows] of tables) {
        const alive = [...rows.values()].filter((row) => row !== null);
        const gone = [...rows].flatMap(([id, row]) => (row === null ? [id] : []));
        if (alive.length > 0) written[table] = alive;
        if (gone.length > 0) deleted[table] = gone;
      }
      const isNothing = Object.keys(written).length + Object.keys(deleted).length === 0;
      return isNothing ? null : { written, deleted };
    },
  };
}

/** Where nobody asks what was changed: of a large course that is much to remember. */
export const NO_LOG: ChangeLog = { wrote: () => undefined, deleted: () => undefined, changes: () => null };
