import type { EpochMs, Id } from '../../../db/models/ids.ts';
import { SCHEMA_VERSION } from '../../../db/schema.ts';
import type { Entry, JournalRow, Place, Rows } from './entry.ts';

/** What all entries together say: the last state of every row, in this app's shape. */
export interface Folded {
  readonly rows: Rows;
  readonly places: readonly Place[];
}

/**
 * Entries of several tabs, in any order: they are taken by their time. Of a row that was written twice the later
 * `updatedAt` stands (it never moves backwards on one device, the clock may); a row that went away stays away unless
 * it was written after that. Entries of a later app are left out.
 */
export async function foldEntries(entries: readonly Entry[]): Promise<Folded> {
  const tables = new Map<string, Map<Id, JournalRow | null>>();
  const places = new Map<string, Place>();
  // An entry of an earlier app is rare, and the history is no part of a start.
  const history = entries.some(({ schema }) => schema < SCHEMA_VERSION) ? await import('../../../db/history.ts') : null;
  for (const entry of entries.filter((one) => one.schema <= SCHEMA_VERSION).sort((a, b) => a.at - b.at)) {
    const put = history === null ? entry.put : (history.upgradedDump(entry.put, entry.schema) as Rows);
    for (const [table, ids] of Object.entries(entry.gone)) for (const id of ids) tableOf(tables, table).set(id, null);
    for (const [table, rows] of Object.entries(put)) {
      const known = tableOf(tables, table);
      for (const row of rows) if (isNewer(row, known.get(row.id) ?? null)) known.set(row.id, row);
    }
    // R5: an erasure takes the place with it. Whoever works on has another, written later.
    for (const { userId, courseId } of put.tombstones ?? []) {
      for (const [key, place] of places) if (place.userId === userId && (courseId ?? place.courseId) === place.courseId) places.delete(key);
    }
    for (const place of entry.places) places.set(JSON.stringify([place.userId, place.courseId]), place);
  }
  const rows: { [table: string]: JournalRow[] } = {};
  for (const [table, known] of tables) rows[table] = [...known.values()].filter((row) => row !== null);
  return { rows, places: [...places.values()] };
}

/** Rows in one line; a line must stay far below what a string may hold. */
const ROWS_A_LINE = 500;

/** The fewest entries that say the same. */
export function compacted({ rows, places }: Folded, at: EpochMs, schema: number): Entry[] {
  const entries: Entry[] = [];
  for (const [table, all] of Object.entries(rows)) {
    for (let i = 0; i < all.length; i += ROWS_A_LINE) {
      entries.push({ schema, at, put: { [table]: all.slice(i, i + ROWS_A_LINE) }, gone: {}, places: [] });
    }
  }
  // Last: a tombstone before it takes none of them.
  return [...entries, { schema, at, put: {}, gone: {}, places }];
}

function tableOf(tables: Map<string, Map<Id, JournalRow | null>>, name: string): Map<Id, JournalRow | null> {
  const known = tables.get(name) ?? new Map<Id, JournalRow | null>();
  tables.set(name, known);
  return known;
}

const isNewer = (row: JournalRow, before: JournalRow | null): boolean =>
  typeof before?.updatedAt !== 'number' || typeof row.updatedAt !== 'number' || row.updatedAt >= before.updatedAt;
