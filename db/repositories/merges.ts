import { deleteRows, visible, writeRows } from '../integrity.ts';
import type { EpochMs, Id } from '../models/ids.ts';
import type { Tombstone } from '../models/tombstone.ts';
import { RULES } from '../rules/all-rules.ts';
import { TABLE_NAMES } from '../tables.ts';
import type { Dump, Stored, TableName, Tables } from '../tables.ts';
import type { Session } from '../transaction.ts';
import { rowsOfUser } from './owned-rows.ts';
import { coveredByTombstones, type IsCovered } from './tombstones-cover.ts';

/** Each row that a restore changed, as it was and as it became: enough to undo it, and gone with the tab that holds it. */
export interface HeldRows {
  readonly rows: readonly HeldRow[];
}
export interface HeldRow {
  readonly table: TableName;
  readonly id: Id;
  readonly before: Stored<Tables[TableName]> | null;
  readonly after: Stored<Tables[TableName]> | null;
}

/** What merging a backup takes beside restoring rows. Call all of it within one transaction over all tables. */
export interface Merges {
  /** Everything that hangs on the learner, themself left out. */
  ownedBy(userId: Id): Promise<Dump>;
  /** Whether a row of the dump was erased, by a tombstone of the dump or of this device (R5). */
  erasedAmong(dump: Dump): Promise<IsCovered>;
  /** The learner's rows here that the tombstone would have erased, had it been here: the learner among them if it says so. */
  coveredBy(tombstone: Tombstone): Promise<Dump>;
  /** Deletes without leaving a tombstone. */
  takeOut(rows: { readonly [T in TableName]?: readonly Id[] }): Promise<void>;
  /** Runs `work` and holds what it changed. */
  holding<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly held: HeldRows }>;
  /**
   * Puts everything back as it was before. A row that was changed again since then stays as it is now, and what it
   * hangs on stays with it. What takes the place of a later state gets a later time: times never run backwards (R3).
   */
  putBack(held: HeldRows): Promise<void>;
}

export function createMerges(session: Session): Merges {
  return {
    ownedBy: (userId) => rowsOfUser(session, userId),
    erasedAmong: (dump) => coveredByTombstones(session, dump),
    async coveredBy(tombstone) {
      const user = await session.db.rows('users').get(tombstone.userId);
      const owned: Dump = { ...(await rowsOfUser(session, tombstone.userId)), users: user === undefined ? [] : [user] };
      const isCovered = await coveredByTombstones(session, { ...owned, tombstones: [tombstone] });
      const covered = TABLE_NAMES.map((table) => [table, (owned[table] ?? []).filter((row) => isCovered(table, row))]);
      return withJudgements(Object.fromEntries(covered) as Dump, owned);
    },
    async takeOut(rows) {
      for (const table of TABLE_NAMES.toReversed()) await deleteRows(session, table, rows[table] ?? []);
    },
    holding: (work) =>
      session.write('all', async () => {
        const before = await stored(session);
        const value = await work();
        return { value, held: { rows: differences(before, await stored(session)) } };
      }),
    putBack: ({ rows }) => session.write('all', () => putBack(session, rows)),
  };
}

/** What the learner said of an attempt goes with it, and with a card its logs. */
function withJudgements(covered: Dump, owned: Dump): Dump {
  const gone = new Set([...(covered.exerciseAttempts ?? []), ...(covered.reviewCards ?? [])].map(({ id }) => id));
  const facts = new Set(covered.learningFacts ?? []);
  for (const fact of owned.learningFacts ?? []) if ('attemptId' in fact && gone.has(fact.attemptId)) facts.add(fact);
  const logs = new Set(covered.reviewLogs ?? []);
  for (const log of owned.reviewLogs ?? []) {
    const attemptId = log.kind === 'GRADED' ? log.attemptId : null;
    if (gone.has(log.cardId) || (attemptId !== null && gone.has(attemptId))) logs.add(log);
  }
  return { ...covered, learningFacts: [...facts], reviewLogs: [...logs] };
}

type AnyStored = Stored<Tables[TableName]>;
type Snapshot = ReadonlyMap<TableName, ReadonlyMap<Id, AnyStored>>;

async function stored(session: Session): Promise<Snapshot> {
  const tables = new Map<TableName, ReadonlyMap<Id, AnyStored>>();
  for (const table of TABLE_NAMES) {
    const rows: AnyStored[] = await session.db.rows(table).toArray();
    tables.set(table, new Map(rows.map((row) => [row.id, row])));
  }
  return tables;
}

function differences(before: Snapshot, after: Snapshot): HeldRow[] {
  return TABLE_NAMES.flatMap((table) => {
    const [old, now] = [before.get(table), after.get(table)];
    const ids = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
    return [...ids].flatMap((id): HeldRow[] => {
      const change = { table, id, before: old?.get(id) ?? null, after: now?.get(id) ?? null };
      return isSame(change.before, change.after) ? [] : [change];
    });
  });
}

const isSame = (a: AnyStored | null, b: AnyStored | null): boolean => JSON.stringify(a) === JSON.stringify(b);

async function putBack(session: Session, held: readonly HeldRow[]): Promise<void> {
  const current = await stored(session);
  const untouched = held.filter(({ table, id, after }) => isSame(current.get(table)?.get(id) ?? null, after));
  for (const table of TABLE_NAMES) {
    const rows = untouched.filter((row) => row.table === table && row.before !== null);
    if (RULES[table].isImmutable) await deleteRows(session, table, rows.filter(({ after }) => after !== null).map(({ id }) => id));
    for (const wasOn of [undefined, true, false]) {
      const alike = rows.filter(({ before }) => before?.wasOn === wasOn).map((row) => asBefore(row, session.now()));
      const hidden = wasOn === undefined ? {} : { wasOn };
      await writeRows(session, table, alike as never, { mode: 'put', times: 'keep', isBulk: true }, hidden);
    }
  }
  for (const table of TABLE_NAMES.toReversed()) {
    const fresh = untouched.filter((row) => row.table === table && row.before === null).map(({ id }) => id);
    const used = fresh.length === 0 ? new Set() : await referencesTo(session, table);
    await deleteRows(session, table, fresh.filter((id) => !used.has(id)));
  }
}

/** What a journal knows by its later time must not come back from there. */
function asBefore({ table, before, after }: HeldRow, now: EpochMs): object {
  const row = visible({ ...before });
  const isTimed = ['users', 'drafts', 'settings', 'reviewCards', 'notes'].includes(table) && after !== null && 'updatedAt' in after;
  return isTimed ? { ...row, updatedAt: Math.max(now, after.updatedAt + 1) } : row;
}

/** Ids of the table's rows that some row hangs on. */
async function referencesTo(session: Session, to: TableName): Promise<ReadonlySet<Id>> {
  const ids = new Set<Id>();
  for (const table of TABLE_NAMES) {
    const references = RULES[table].references.filter((reference) => reference.to === to);
    if (references.length === 0) continue;
    const rows: AnyStored[] = await session.db.rows(table).toArray();
    for (const reference of references) {
      for (const row of rows) {
        const id = reference.idOf(row as never);
        if (id !== null) ids.add(id);
      }
    }
  }
  return ids;
}
