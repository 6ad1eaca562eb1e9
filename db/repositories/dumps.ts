import { DataNewerThanApp, InvalidValue } from '../errors.ts';
import { deleteRows, visible, writeRows } from '../integrity.ts';
import { aliasKey, settingId } from '../models/ids.ts';
import type { EpochMs, Id } from '../models/ids.ts';
import { TABLE_NAMES } from '../tables.ts';
import type { Dump, TableName, Tables } from '../tables.ts';
import type { Session } from '../transaction.ts';
import { SCHEMA_VERSION, downgradedDump, upgradedDump } from '../versions/all.ts';
import type { AnyDump, AnyRow } from '../versions/version.ts';
import { createMerges, type Merges } from './merges.ts';
import { rowsOfUser } from './owned-rows.ts';
import { coveredByTombstones } from './tombstones-cover.ts';

export interface DumpOptions {
  /** Only this learner's rows, and all content; else everything. */
  readonly userId?: Id;
  /** The schema version to write for; an earlier one leaves out what it cannot hold (R15). */
  readonly version?: number;
}
export interface RestoreOptions {
  /** The schema version of the rows. */
  readonly version: number;
  /**
   * `refuse`: a row that is there already is a UniqueViolation. `keep`: it stays as it is; of a course that is there
   * already, lessons unknown to it come back removed and exercises not required, so that history finds them. `newer`:
   * like `keep`, but a row that has an older `updatedAt` here gives way.
   */
  readonly onExisting: 'refuse' | 'keep' | 'newer';
}
export interface Restored {
  readonly written: number;
  /** Left out because they were erased (R5). */
  readonly erased: number;
  /** Left out because they were there already. */
  readonly kept: number;
}

export interface Dumps extends Merges {
  /** Puts known good rows in the place of damaged ones, all or none: the one way that a row that never changes is written anew. */
  repair(table: TableName, rows: readonly AnyRow[]): Promise<void>;
  /** The rows of a backup, by table, as one moment saw them. */
  dump(options?: DumpOptions): Promise<AnyDump>;
  /**
   * Brings a backup's rows back with their times, all or none, through the same checks as any write. Throws
   * DataNewerThanApp, InvalidValue (no rows by table at all) and BulkViolation.
   */
  restoreRows(rows: unknown, options: RestoreOptions): Promise<Restored>;
}

export function createDumps(session: Session): Dumps {
  return {
    ...createMerges(session),
    repair: (table, rows) =>
      session.write([table], async () => {
        await deleteRows(session, table, rows.map(({ id }) => id as Id));
        await writeRows(session, table, rows as never, { mode: 'insert', times: 'keep', isBulk: true });
      }),
    async dump({ userId, version = SCHEMA_VERSION } = {}) {
      const rows = await session.read('all', () => (userId === undefined ? everything(session) : everythingOf(session, userId)));
      return downgradedDump(rows as unknown as AnyDump, version);
    },
    async restoreRows(rows, { version, onExisting }) {
      if (version > SCHEMA_VERSION) throw new DataNewerThanApp(version, SCHEMA_VERSION);
      const dump = toCurrent(rows, version);
      return session.write('all', () => restore(session, dump, onExisting));
    },
  };
}

async function restore(session: Session, dump: Dump, onExisting: RestoreOptions['onExisting']): Promise<Restored> {
  const isCovered = await coveredByTombstones(session, dump);
  const isHere = await presence(session, dump);
  const result = { written: 0, erased: 0, kept: 0 };
  const bringBack = async <T extends TableName>(table: T, all: readonly Tables[T][]): Promise<void> => {
    const alive = all.filter((row) => !isCovered(table, row));
    const isOlderHere = onExisting === 'newer' ? await olderHere(session, table, alive) : () => false;
    const rows = onExisting === 'refuse' ? alive : alive.filter((row) => !isHere(table, row.id) || isOlderHere(row));
    result.erased += all.length - alive.length;
    result.kept += alive.length - rows.length;
    result.written += rows.length;
    const asHistory = rows.map((row) => (onExisting === 'refuse' ? row : retired(row, isHere)));
    const mode = onExisting === 'newer' ? 'put' : 'insert';
    await writeRows(session, table, asHistory, { mode, times: 'keep', isBulk: true });
  };
  for (const table of TABLE_NAMES) await bringBack(table, dump[table] ?? []);
  return result;
}

/** Which rows are stored in an older state; rows that never change have none. */
async function olderHere<T extends TableName>(
  session: Session,
  table: T,
  rows: readonly Tables[T][],
): Promise<(row: Tables[T]) => boolean> {
  const dated = rows.filter((row) => 'updatedAt' in row);
  const stored = await session.db.rows(table).bulkGet(dated.map((row) => row.id));
  const times = new Map<Id, EpochMs>();
  for (const row of stored) if (row !== undefined && 'updatedAt' in row) times.set(row.id, row.updatedAt);
  return (row) => 'updatedAt' in row && (times.get(row.id) ?? Infinity) < row.updatedAt;
}

type Presence = (table: TableName, id: Id) => boolean;

/** Which of the dump's rows, and of the rows its content hangs on, were stored before the restore began. */
async function presence(session: Session, dump: Dump): Promise<Presence> {
  const there = new Map<TableName, Set<Id>>();
  for (const table of TABLE_NAMES) {
    const ids = (dump[table] ?? []).map((row) => row.id);
    there.set(table, new Set(await session.db.rows(table).where('id').anyOf(ids).primaryKeys()));
  }
  return (table, id) => there.get(table)?.has(id) === true;
}

/** A lesson or exercise that the course stored here no longer has. */
function retired<R extends object>(row: R, isHere: Presence): R {
  if ('courseId' in row && 'estimatedMinutes' in row && 'updatedAt' in row && isHere('courses', row.courseId as Id))
    return { ...row, isPublished: false, deletedAt: row.updatedAt };
  if ('lessonId' in row && 'isRequired' in row && isHere('lessons', row.lessonId as Id)) return { ...row, isRequired: false };
  return row;
}

/** Rows of any version and of doubtful origin, in this app's shape; every field is checked when they are written. */
function toCurrent(rows: unknown, version: number): Dump {
  const refused = new InvalidValue('backup', '', typeof rows, null, 'holds no rows of this version');
  if (typeof rows !== 'object' || rows === null) throw refused;
  const tables = Object.entries(rows).filter(([name]) => (TABLE_NAMES as readonly string[]).includes(name));
  if (!tables.every(([, list]) => isListOfRows(list))) throw refused;
  try {
    return upgradedDump(Object.fromEntries(tables), version);
  } catch {
    throw refused;
  }
}

const isListOfRows = (list: unknown): boolean =>
  Array.isArray(list) && list.every((row: unknown) => typeof row === 'object' && row !== null);

async function everything(session: Session): Promise<Dump> {
  const lists = await Promise.all(TABLE_NAMES.map((table) => all(session, table)));
  return Object.fromEntries(TABLE_NAMES.map((table, i) => [table, lists[i] ?? []]));
}

async function everythingOf(session: Session, userId: Id): Promise<Dump> {
  const user = await session.db.rows('users').get(userId);
  const owned = await rowsOfUser(session, userId);
  return {
    ...owned,
    settings: [...(owned.settings ?? []), ...(await aliasesOf(session, userId))],
    users: user === undefined ? [] : [visible(user)],
    courses: await all(session, 'courses'),
    lessons: await all(session, 'lessons'),
    exercises: await all(session, 'exercises'),
    tombstones: await session.db.rows('tombstones').where('userId').equals(userId).toArray(),
  };
}

/** Settings of the device that say who else the learner is (see `aliasKey`). */
async function aliasesOf(session: Session, userId: Id): Promise<Tables['settings'][]> {
  const aliases = await session.db.rows('settings').where('id').startsWith(settingId(null, aliasKey(''))).toArray();
  return aliases.filter(({ value }) => value === userId);
}

const all = async <T extends TableName>(session: Session, table: T): Promise<Tables[T][]> =>
  (await session.db.rows(table).toArray()).map((row) =>
    visible<Tables[T]>(row),
  );
