import type { Repositories } from '../../../db/repositories.ts';
import { infoOf, type BackupFile, type BackupInfo, type Damage } from '../backup-file.ts';
import type { Conflict } from './conflicts.ts';
import type { Person, SamePeople } from './persons.ts';
import { makePlan } from './plan.ts';
import { TABLE_NAMES } from '../../../db/tables.ts';
import type { Sifted } from './sift.ts';

/** Who, what, how much, and what restoring it would do here as things are now. */
export interface Preview extends BackupInfo {
  readonly damage: Damage | null;
  readonly persons: readonly Person[];
  /** By table: rows of the file that are not here. */
  readonly fresh: { readonly [table: string]: number };
  /** By table: rows of these learners that are here and not in the file, so that `replace` would take them away. */
  readonly onlyHere: { readonly [table: string]: number };
  readonly courses: readonly { readonly title: string; readonly isHere: boolean }[];
  /** Rows that stay away since they were erased (R5). */
  readonly erased: number;
  readonly conflicts: readonly Conflict[];
}

export async function previewOf(strict: Repositories, file: BackupFile, sifted: Sifted, same: SamePeople): Promise<Preview> {
  const dumps = await strict.dumps();
  return strict.read('all', async () => {
    const { persons, targets, rows, erased, damage, conflicts } = await makePlan(strict, dumps, sifted, same);
    const fresh: { [table: string]: number } = {};
    const onlyHere: { [table: string]: number } = {};
    for (const table of TABLE_NAMES) {
      const stored = await strict.lookUp(table, rows[table].map(({ id }) => id));
      fresh[table] = stored.filter((row) => row === null).length;
    }
    for (const { id, likeness } of persons) {
      if (likeness === 'erased') continue;
      for (const [table, list] of Object.entries(await dumps.ownedBy(targets.get(id) ?? id))) {
        const coming = new Set(rows[table as keyof typeof rows].map((row) => row.id));
        onlyHere[table] = (onlyHere[table] ?? 0) + list.filter((row) => !coming.has(row.id)).length;
      }
    }
    const courses = await Promise.all(
      sifted.rows.courses.map(async ({ id, title }) => ({
        title: String(title),
        isHere: (await strict.courses.getById(id, { includeDeleted: true })) !== null,
      })),
    );
    const info = infoOf({ ...file, tables: sifted.rows }, damage);
    return { ...info, persons, fresh, onlyHere, courses, erased, conflicts };
  });
}
