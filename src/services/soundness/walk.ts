import type { Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { FoundRow } from '../../../db/repositories/inspection.ts';
import { TABLE_NAMES, type TableName } from '../../../db/tables.ts';
import { breathe } from '../breathe.ts';

/** Rows looked at in one go: a few milliseconds' work. */
const AT_ONCE = 200;

export interface Walk {
  readonly onPage: (table: TableName, rows: readonly FoundRow[]) => void;
  /** A table that the browser cannot read (any further). */
  readonly onUnreadable?: (table: TableName, reason: string) => void;
  /** Lets keys and clicks through between two pages. */
  readonly pause?: () => Promise<void>;
}

/** Every row of every table, tables in the order of their foreign keys. Not one moment's view: rows may change meanwhile. */
export async function walk(strict: Repositories, { onPage, onUnreadable, pause = breathe }: Walk): Promise<void> {
  const inspection = await strict.inspection();
  for (const table of TABLE_NAMES) {
    let after: Id | null = null;
    try {
      for (;;) {
        const rows: readonly FoundRow[] = await inspection.page(table, after, AT_ONCE);
        onPage(table, rows);
        await pause();
        after = rows.at(-1)?.id ?? null;
        if (rows.length < AT_ONCE) break;
      }
    } catch (error) {
      if (onUnreadable === undefined) throw error;
      onUnreadable(table, error instanceof Error ? error.name : String(error));
    }
  }
}
