import { tombstoneId, type EpochMs, type Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { RULES } from '../../../db/rules/all-rules.ts';
import type { TableName } from '../../../db/tables.ts';
import type { JournalStore } from '../../platform/journal/journal-store.ts';
import { breathe } from '../breathe.ts';
import type { JournalRow, Rows } from '../journal/entry.ts';
import { foldEntries } from '../journal/fold.ts';
import { readEntry } from '../journal/read-entry.ts';
import { differences } from '../journal/verify.ts';
import type { Problem } from './finding.ts';
import type { WhereAbout } from './where-about.ts';

/** What the journal says there should be: the last state of each row, by table. Null: there is none, or it cannot be read. */
export async function readJournal(journal: Pick<JournalStore, 'read'>): Promise<Rows | null> {
  const content = await journal.read().catch(() => null);
  if (content === null || content.lines.length === 0) return null;
  return (await foldEntries(content.lines.map(readEntry).filter((entry) => entry !== null))).rows;
}

/** The journal's row of this id; null where it has none that keeps its table's rules. */
export type SoundRow = (table: TableName, id: Id) => JournalRow | null;

export function soundRowsOf(rows: Rows | null): SoundRow {
  const byId = new Map<string, JournalRow>();
  for (const [table, all] of Object.entries(rows ?? {})) for (const row of all) byId.set(`${table} ${row.id}`, row);
  return (table, id) => {
    const row = byId.get(`${table} ${id}`) ?? null;
    return row === null || RULES[table].shape(row, '') !== null ? null : row;
  };
}

export interface Known {
  readonly ids: (table: TableName) => ReadonlySet<Id>;
  readonly about: Pick<WhereAbout, 'courseOf'>;
  /** When, by the id of the tombstone. */
  readonly erasedAt: ReadonlyMap<Id, EpochMs>;
}

/** Rows that the journal has and the database has not, or not so. Those whose course is not here, and those erased, are none. */
export async function compareWithJournal(strict: Repositories, rows: Rows, known: Known): Promise<{ problems: Problem[]; compared: number }> {
  const users = new Set([...known.ids('users'), ...(rows.users ?? []).map(({ id }) => id)]);
  const problems: Problem[] = [];
  let compared = 0;
  for await (const slice of differences(strict, rows, (table, row) => belongsHere(table, row, { ...known, users }))) {
    compared += slice.compared;
    problems.push(...slice.differing.map(({ table, row, how }): Problem => ({ kind: how, table, id: row.id })));
    await breathe();
  }
  return { problems, compared };
}

function belongsHere(table: TableName, row: JournalRow, { ids, about, erasedAt, users }: Known & { readonly users: ReadonlySet<Id> }): boolean {
  if (table === 'tombstones') return true;
  const userId = table === 'users' ? row.id : row.userId;
  if (typeof userId !== 'string') return true;
  const courseId = about.courseOf(table, row);
  const erased = courseId === null ? undefined : erasedAt.get(tombstoneId(userId, courseId));
  const madeAt = [row.createdAt, row.at, row.updatedAt].find((at) => typeof at === 'number') ?? 0;
  if (erasedAt.has(tombstoneId(userId, null)) || (erased !== undefined && madeAt <= erased)) return false;
  const isHere = (to: TableName, id: unknown): boolean => typeof id !== 'string' || ids(to).has(id);
  return users.has(userId) && isHere('exercises', row.exerciseId) && isHere('lessons', row.lessonId) && isHere('courses', row.courseId);
}
