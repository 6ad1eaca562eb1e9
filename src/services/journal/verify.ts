import type { Id } from '../../../db/models/ids.ts';
import { RULES } from '../../../db/rules/all-rules.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { JournalRow } from './entry.ts';
import { JOURNALED } from './entry.ts';
import type { Folded } from './fold.ts';

/** Where the database falls behind its journal. */
export interface Difference {
  /** Rows that are not in the database, or only in an older state, or whose learner or course is missing there. */
  readonly missing: number;
  /** Rows that never change and yet are not what was written: damage. By table. */
  readonly damaged: { readonly [table: string]: readonly JournalRow[] };
  readonly compared: number;
}

/** Rows looked up at once: a screen that reads meanwhile hardly waits. */
const AT_ONCE = 500;

/** Compares, and changes nothing. Throws where the database cannot be read. */
export async function compare(strict: Repositories, { rows }: Folded): Promise<Difference> {
  const damaged: { [table: string]: JournalRow[] } = {};
  let [missing, compared] = [0, 0];
  for (const table of JOURNALED) {
    const all = rows[table] ?? [];
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const some = all.slice(i, i + AT_ONCE);
      const stored = await strict.lookUp(table, some.map(({ id }): Id => id));
      compared += some.length;
      some.forEach((row, k) => {
        const here = stored[k] ?? null;
        if (here === null || isOlder(here, row)) missing += 1;
        else if (RULES[table].isImmutable && !isSame(here, row)) (damaged[table] ??= []).push(row);
      });
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
