import type { Database, SqlValue } from 'sql.js';
import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';

/** Brings SQLite's compiled code, `sql.js/dist/sql-wasm.wasm`, from wherever this program keeps it. */
export type LoadSqlite = () => Promise<ArrayBuffer>;

export interface Rows {
  /** False for an older schema's lack of it. */
  readonly hasTable: (name: string) => boolean;
  /** One row at a time, so that a big collection is never there twice. */
  readonly rows: (sql: string) => Generator<readonly SqlValue[]>;
}

const TABLES = ['col', 'notes', 'cards', 'notetypes', 'fields', 'templates', 'decks'];
/** Tables whose rows are made up while they are read, perhaps without end. */
const COMPUTED = /\bvirtual\b|\bgenerated\b|\bas\s*\(/i;
/** Anki sorts names by a collation of its own, without which SQLite would not even read them. Only the copy in memory changes. */
const KNOWN_COLLATION = `
  PRAGMA writable_schema = ON;
  UPDATE sqlite_schema SET sql = replace(sql, 'unicase', 'nocase') WHERE sql LIKE '%unicase%';
  PRAGMA writable_schema = RESET;
`;

/** Opens a collection for `read`, and closes it whatever comes of that. SQLite's own errors come back as a `BadFile`. */
export async function withDatabase<T>(
  bytes: Uint8Array,
  loadSqlite: LoadSqlite,
  read: (rows: Rows) => Result<T, BadFile>,
): Promise<Result<T, BadFile>> {
  const { default: start } = await import('sql.js');
  const sqlite = await start({ wasmBinary: await loadSqlite() });
  let database: Database | null = null;
  try {
    database = new sqlite.Database(bytes);
    const rows = rowsOf(database);
    const tables = tablesIn(rows);
    if (!tables.ok) return tables;
    database.exec(KNOWN_COLLATION);
    return read({ rows, hasTable: (name) => tables.value.has(name) });
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return fail(badFile(`The Anki collection is damaged (${error.message}). Let Anki check its database, and export the deck again.`));
  } finally {
    database?.close();
  }
}

const rowsOf = (database: Database): Rows['rows'] =>
  function* (sql) {
    const statement = database.prepare(sql);
    try {
      while (statement.step()) yield statement.get();
    } finally {
      statement.free();
    }
  };

/** The known tables that are there, each an ordinary one: a view may compute for ever. */
function tablesIn(rows: Rows['rows']): Result<ReadonlySet<string>, BadFile> {
  const found = new Set<string>();
  for (const [name, type, sql] of rows('SELECT lower(name), type, sql FROM sqlite_schema')) {
    if (typeof name !== 'string' || !TABLES.includes(name)) continue;
    if (type !== 'table' || typeof sql !== 'string' || COMPUTED.test(sql)) {
      return fail(badFile(`The Anki collection's \`${name}\` is not made as Anki makes it, so nothing of it is read.`));
    }
    found.add(name);
  }
  const missing = ['col', 'notes', 'cards'].find((name) => !found.has(name));
  return missing === undefined ? ok(found) : fail(badFile(`This is no Anki collection: it has no table \`${missing}\`.`));
}

/** sql.js throws plain `Error`s; everything else (a `TypeError`) is a bug of ours. */
const isSqliteError = (error: unknown): error is Error => error instanceof Error && error.constructor === Error;

/** SQLite vouches for no column's type. */
export const textAt = (row: readonly SqlValue[], column: number): string => {
  const value = row[column];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};
export const numberAt = (row: readonly SqlValue[], column: number): number => {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
};
export const bytesAt = (row: readonly SqlValue[], column: number): Uint8Array => {
  const value = row[column];
  return value instanceof Uint8Array ? value : new Uint8Array();
};
