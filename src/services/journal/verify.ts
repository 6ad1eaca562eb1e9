import { settingId, type Id } from '../../../db/models/ids.ts';
import { RULES } from '../../../db/rules/all-rules.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { JOURNALED, type JournalRow, type Rows } from './entry.ts';
import type { Folded } from './fold.ts';

/** A setting that tells of content: that comes back from its packs and not from here, and is not missed. */
export const NOT_RESTORED: readonly Id[] = [settingId(null, 'installedPacks')];

export type JournaledTable = (typeof JOURNALED)[number];

/** A row of the journal, and how the database falls behind it. */
export interface Differing {
  readonly table: JournaledTable;
  readonly row: JournalRow;
  /** `missing`: not there, or only in an older state. `changed`: never changes, and yet is not what was written. */
  readonly how: 'missing' | 'changed';
}
export interface Slice {
  readonly compared: number;
  readonly differing: readonly Differing[];
}

/** Rows looked up at once: a screen that reads meanwhile hardly waits. */
const AT_ONCE = 500;

/** Holds rows of the journal against the database, slice by slice, and changes nothing. Throws where it cannot be read. */
export async function* differences(
  strict: Pick<Repositories, 'lookUp'>,
  rows: Rows,
  isWanted: (table: JournaledTable, row: JournalRow) => boolean = () => true,
): AsyncGenerator<Slice, void> {
  for (const table of JOURNALED) {
    const all = (rows[table] ?? []).filter((row) => !NOT_RESTORED.includes(row.id) && isWanted(table, row));
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const some = all.slice(i, i + AT_ONCE);
      const stored = await strict.lookUp(table, some.map(({ id }): Id => id));
      const differing = some.flatMap((row, k): Differing[] => {
        const here = stored[k] ?? null;
        if (here === null || isOlder(here, row)) return [{ table, row, how: 'missing' }];
        return RULES[table].isImmutable && !isSame(asWritten(here), asWritten(row)) ? [{ table, row, how: 'changed' }] : [];
      });
      yield { compared: some.length, differing };
    }
  }
}

/** What an older app wrote has no day: it gets one wherever the entry is read, and that may be in another zone by now. */
const asWritten = (row: object): object => ({ ...row, day: null });

/** Where the database falls behind its journal. */
export interface Difference {
  /** Rows that are not in the database, or only in an older state, or whose learner or course is missing there. */
  readonly missing: number;
  /** Rows that never change and yet are not what was written: damage. By table. */
  readonly damaged: { readonly [table: string]: readonly JournalRow[] };
  readonly compared: number;
}

/** All of the journal at once. Throws where the database cannot be read. */
export async function compare(strict: Pick<Repositories, 'lookUp'>, { rows }: Folded): Promise<Difference> {
  const damaged: { [table: string]: JournalRow[] } = {};
  let [missing, compared] = [0, 0];
  for await (const slice of differences(strict, rows)) {
    compared += slice.compared;
    for (const { table, row, how } of slice.differing) {
      if (how === 'missing') missing += 1;
      else (damaged[table] ??= []).push(row);
    }
  }
  return { missing, damaged, compared };
}

const isOlder = (here: object, row: JournalRow): boolean =>
  'updatedAt' in here && typeof here.updatedAt === 'number' && typeof row.updatedAt === 'number' && here.updatedAt < row.updatedAt;

/** As JSON keeps them: a field that is undefined is none. The order of fields is no difference. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = a as Record<string, unknown>;
  const other = b as Record<string, unknown>;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSame(one[key], other[key]));
}
