import type { Id } from '../../../db/models/ids.ts';
import type { Dumps, Repositories } from '../../../db/repositories.ts';
import { RULES } from '../../../db/rules/all-rules.ts';
import { TABLE_NAMES, type Dump, type TableName } from '../../../db/tables.ts';
import type { BackupRow, Damage, Lost } from '../backup-file.ts';
import { findConflicts, type FoundConflict } from './conflicts.ts';
import { adopted, findPersons, nameless, targetsOf, type Person, type SamePeople } from './persons.ts';
import { withLost, type Rows, type Sifted } from './sift.ts';

/** What restoring a file would do on this device as it is now. */
export interface Plan {
  readonly persons: readonly Person[];
  /** Whom learners of the file become here. */
  readonly targets: ReadonlyMap<Id, Id>;
  /** Rows as they would be stored: adopted, none of them erased, each with all that it hangs on. */
  readonly rows: Rows;
  /** Rows left out since they were erased, here or where the file comes from (R5). */
  readonly erased: number;
  readonly damage: Damage | null;
  readonly conflicts: readonly FoundConflict[];
}

/** Call it in a transaction over all tables. */
export async function makePlan(
  repositories: Repositories,
  dumps: Dumps,
  { rows: read, damage }: Sifted,
  same: SamePeople,
): Promise<Plan> {
  const whole = damage === null ? read : await withLostLearners(repositories, read);
  const persons = await findPersons(repositories, whole);
  const targets = targetsOf(persons, await onlyPeopleHere(repositories, same));
  const ours = adopted(whole, targets);
  const gone = new Set(persons.filter(({ likeness }) => likeness === 'erased').map(({ id }) => id));
  const isCovered = await dumps.erasedAmong(ours as unknown as Dump);
  const isErased = (table: TableName, row: BackupRow): boolean =>
    isCovered(table, row as never) || gone.has(table === 'users' ? row.id : String(row.userId));
  const alive = mapRows(ours, (table, list) => list.filter((row) => !isErased(table, row)));
  const { rows, lost } = await withoutOrphans(repositories, alive);
  return {
    persons,
    targets,
    rows,
    erased: count(ours) - count(alive),
    damage: withLost(damage, lost),
    conflicts: await findConflicts(repositories, dumps, rows),
  };
}

async function onlyPeopleHere(repositories: Repositories, same: SamePeople): Promise<SamePeople> {
  const answers: [Id, Id | null][] = [];
  for (const [id, here] of Object.entries(same)) {
    if (here === null || (await repositories.users.getById(here, { includeDeleted: true })) !== null) answers.push([id, here]);
  }
  return Object.fromEntries(answers);
}

export const count = (rows: Rows): number => Object.values(rows).reduce((sum, { length }) => sum + length, 0);

export const mapRows = (rows: Rows, change: (table: TableName, list: readonly BackupRow[]) => readonly BackupRow[]): Rows =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, change(table, rows[table])])) as Rows;

/** A damaged file may have lost a learner's own row, and must not lose all they did with it. */
async function withLostLearners(repositories: Repositories, rows: Rows): Promise<Rows> {
  const known = new Set(rows.users.map(({ id }) => id));
  const ids = new Set<Id>();
  for (const table of ['exerciseAttempts', 'learningFacts', 'drafts', 'chatMessages', 'reviewLogs', 'notes', 'bookmarks'] as const) {
    for (const { userId } of rows[table]) if (typeof userId === 'string' && !known.has(userId)) ids.add(userId);
  }
  const lost: BackupRow[] = [];
  for (const id of ids) {
    const here = await repositories.users.getById(id, { includeDeleted: true });
    lost.push(here === null ? nameless(id, 0) : { ...here });
  }
  return { ...rows, users: [...rows.users, ...lost] };
}

/** Leaves out what hangs on a row that is neither in the file nor here. */
async function withoutOrphans(repositories: Repositories, rows: Rows): Promise<{ rows: Rows; lost: Lost[] }> {
  const kept: { [table: string]: readonly BackupRow[] } = {};
  const lost: Lost[] = [];
  const ids = new Map<TableName, ReadonlySet<Id>>();
  const known = async (table: TableName, wanted: readonly Id[]): Promise<ReadonlySet<Id>> => {
    const coming = ids.get(table) ?? new Set();
    const others = [...new Set(wanted)].filter((id) => !coming.has(id));
    const stored = await repositories.lookUp(table, others);
    return new Set([...coming, ...others.filter((_, i) => stored[i] !== null)]);
  };
  for (const table of TABLE_NAMES) {
    let list = rows[table];
    for (const { field, to, idOf } of RULES[table].references) {
      const refers = (row: BackupRow): Id | null => idOf(row as never);
      const there = await known(to, list.map(refers).filter((id) => id !== null));
      const isWhole = (row: BackupRow): boolean => {
        const id = refers(row);
        return id === null || there.has(id);
      };
      // Where one is in a course can be found anew; the rest of the row stands without it.
      list = field === 'currentLessonId'
        ? list.map((row) => (isWhole(row) ? row : { ...row, currentLessonId: null }))
        : list.filter(isWhole);
    }
    kept[table] = list;
    ids.set(table, new Set(list.map(({ id }) => id)));
    const missing = rows[table].length - list.length;
    if (missing > 0) lost.push({ table, rows: missing, of: rows[table].length });
  }
  return { rows: kept as unknown as Rows, lost };
}
