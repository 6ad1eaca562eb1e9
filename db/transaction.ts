import { Dexie, type Transaction } from 'dexie';
import { createChangeLog, NO_LOG, type ChangeLog, type Changes } from './changes.ts';
import type { HornbookDatabase } from './database.ts';
import { StaleTab, isClosed, toDatabaseError } from './errors.ts';
import type { EpochMs } from './models/ids.ts';
import { RULES } from './rules/all-rules.ts';
import { TABLE_NAMES } from './tables.ts';
import type { OtherTable, TableName } from './tables.ts';

export type AnyTable = TableName | OtherTable;

/** What the repositories share: one connection, one clock, and the way into a transaction. */
export interface Session {
  readonly db: HornbookDatabase;
  readonly now: () => EpochMs;
  /** One transaction for all that `work` writes; a nested call joins the one around it. */
  write<T>(tables: readonly AnyTable[] | 'all', work: () => Promise<T>): Promise<T>;
  read<T>(tables: readonly AnyTable[] | 'all', work: () => Promise<T>): Promise<T>;
  /** A single look-up, in the transaction around it if there is one. */
  query<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Checks before the transaction around this call commits; once for each key. */
  beforeCommit(key: string, check: () => Promise<void>): void;
  /** What the transaction around this call changes: every write and delete is told here. */
  readonly log: Pick<ChangeLog, 'wrote' | 'deleted'>;
  /** How often anything was told to `log`. */
  readonly writes: () => number;
}

/** Hears of each transaction that changed something, after its commit and before its caller does. Must not reject. */
export type OnCommitted = (changes: Changes) => Promise<void>;

/** What the outermost call of a transaction knows of it. */
interface Unit {
  readonly checks: Map<string, () => Promise<void>>;
  readonly log: ChangeLog;
  /** The first refusal inside: it aborts the transaction even where the caller caught it. */
  refusal: unknown;
  /** Dexie's, which knows what the browser said when it gave the transaction up. */
  root: Transaction | null;
}

export function createSession(db: HornbookDatabase, now: () => EpochMs, onCommitted?: OnCommitted): Session {
  const units = new WeakMap<Transaction, Unit>();
  let writes = 0;

  const rethrow = (error: unknown, root: Transaction | null = null): never => {
    throw db.isStale && isClosed(error) ? new StaleTab() : toDatabaseError(error, endOf(root));
  };

  // Dexie knows its transaction by the running zone, and zones are delicate (both measured): an async function around
  // this loses the zone of a live query whose querier is no async function; Dexie.Promise.resolve around the work of
  // `query` loses it where transactions overlap.
  const inTransaction = <T>(mode: 'r' | 'rw', tables: readonly AnyTable[] | 'all', work: () => Promise<T>) => {
    const own: Unit = { checks: new Map(), log: onCommitted === undefined ? NO_LOG : createChangeLog(), refusal: null, root: null };
    const committed = db
      .transaction(mode, namesWithParents(tables), async () => {
        const root = currentRoot();
        const around = root === null ? undefined : units.get(root);
        if (around !== undefined) return refusedBy(around, work);
        if (root !== null) units.set(root, own);
        own.root = root;
        const result = await work();
        for (const check of own.checks.values()) await check();
        return result;
      })
      .catch((error: unknown) => rethrow(own.refusal ?? error, own.root));
    if (mode === 'r' || onCommitted === undefined) return committed;
    return committed.then(async (result) => {
      const changes = own.log.changes();
      if (changes !== null) await onCommitted(changes);
      return result;
    });
  };
  const unitToWriteIn = (): Unit => {
    writes += 1;
    return unitAround();
  };
  const unitAround = (): Unit => {
    const root = currentRoot();
    const unit = root === null ? undefined : units.get(root);
    if (unit === undefined) throw new Error('A write outside of a transaction');
    return unit;
  };

  return {
    db,
    now,
    write: (tables, work) => inTransaction('rw', tables, work),
    read: (tables, work) => inTransaction('r', tables, work),
    async query(work) {
      try {
        return await work();
      } catch (error) {
        return rethrow(error);
      }
    },
    beforeCommit(key, check) {
      unitAround().checks.set(key, check);
    },
    log: {
      wrote: (table, rows) => unitToWriteIn().log.wrote(table, rows),
      deleted: (table, ids) => unitToWriteIn().log.deleted(table, ids),
    },
    writes: () => writes,
  };
}

/** What the transaction died of, where it was the browser that ended it; Dexie has none yet where it never began. */
function endOf(root: Transaction | null): DOMException | null {
  const begun = root?.idbtrans as IDBTransaction | null | undefined;
  return begun?.error ?? null;
}

async function refusedBy<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    unit.refusal ??= error;
    throw error;
  }
}

type Nested = Transaction & { readonly parent?: Nested | null };

/** The outermost transaction of the running call; nested ones are its children. */
function currentRoot(): Transaction | null {
  let root = Dexie.currentTransaction as Nested | null | undefined;
  while (root?.parent) root = root.parent;
  return root ?? null;
}

/** A write looks at the tables that its own refer to, so they belong to its transaction too. */
function namesWithParents(tables: readonly AnyTable[] | 'all'): readonly AnyTable[] {
  if (tables === 'all') return [...TABLE_NAMES, 'activityDays'];
  const names = new Set<AnyTable>(tables);
  for (const name of names) if (name in RULES) RULES[name as TableName].references.forEach((reference) => names.add(reference.to));
  return [...names];
}
