import { createChangeLog, type ChangeLog, type Changes } from '../../db/changes.ts';
import type { HornbookDatabase } from '../../db/database.ts';
import { visible } from '../../db/integrity.ts';
import type { TableName } from '../../db/tables.ts';

/** What one transaction wrote. */
export interface Written {
  /** All of it, once the disk has refused it for want of room; null before, and where it cannot be told. */
  readonly refused: () => Changes | null;
}

/**
 * Listens beneath `db`, which must not be open yet: what a full disk refuses is known nowhere else, since it refuses at
 * the commit, when every single write has succeeded. The function it gives tells the transaction begun last.
 */
export function watchWrites(db: HornbookDatabase): () => Written {
  let latest: Written = { refused: () => null };
  db.use({
    stack: 'dbcore',
    name: 'watch-writes',
    create(core) {
      const logs = new WeakMap<object, ChangeLog>();
      return {
        ...core,
        transaction(tables, mode, options) {
          const transaction = core.transaction(tables, mode, options);
          if (mode === 'readonly') return transaction;
          const log = createChangeLog();
          logs.set(transaction, log);
          const native = transaction as unknown as IDBTransaction;
          latest = { refused: () => (native.error?.name === 'QuotaExceededError' && logs.has(transaction) ? log.changes() : null) };
          return transaction;
        },
        table(name) {
          const table = core.table(name);
          return {
            ...table,
            mutate(request) {
              const log = logs.get(request.trans);
              if (request.type === 'deleteRange') logs.delete(request.trans);
              else if (request.type === 'delete') log?.deleted(name as TableName, request.keys as string[]);
              else log?.wrote(name as TableName, request.values.map((row: object) => visible(row as never)));
              return table.mutate(request);
            },
          };
        },
      };
    },
  });
  return () => latest;
}
