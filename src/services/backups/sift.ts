import { upgradedDump } from '../../../db/history.ts';
import { RULES } from '../../../db/rules/all-rules.ts';
import { SCHEMA_VERSION } from '../../../db/schema.ts';
import { TABLE_NAMES, type TableName } from '../../../db/tables.ts';
import type { BackupFile, BackupRow, Damage, Lost } from '../backup-file.ts';
import type { Reading } from './read-backup.ts';

/** Rows of a backup by table, in this app's shape, every one of them fit to be stored. */
export type Rows = { readonly [T in TableName]: readonly BackupRow[] };

export interface Sifted {
  readonly rows: Rows;
  readonly damage: Damage | null;
}

/** Brings a file's rows into this app's shape; those that no check lets through, and those told twice, are left out. */
export function sift({ file, damage, isChecked }: Reading): Sifted {
  const { tables, lost } = upgraded(file);
  const rows: { [table: string]: BackupRow[] } = {};
  for (const table of TABLE_NAMES) {
    const seen = new Set<string>();
    const all = tables[table] ?? [];
    const fit = all.filter((row) => isFit(table, row) && !seen.has(row.id) && seen.add(row.id));
    rows[table] = fit;
    // Of a file without checks that is broken, pieces of a row may look like rows: they are no loss of their own.
    const isPiece = damage?.isCut === true && !isChecked;
    if (fit.length < all.length && !isPiece) lost.push({ table, rows: all.length - fit.length, of: all.length });
  }
  return { rows: rows as unknown as Rows, damage: withLost(damage, lost) };
}

function isFit(table: TableName, row: BackupRow): boolean {
  const rules = RULES[table] as { readonly shape: (row: unknown, path: string) => unknown; readonly idOf?: (row: never) => string };
  try {
    return rules.shape(row, '') === null && (rules.idOf?.(row as never) ?? row.id) === row.id;
  } catch {
    // Nested deeper than there is stack to look.
    return false;
  }
}

/** Rows of an earlier version hang together when they are upgraded: a broken one may stop them all. */
function upgraded({ tables, schema }: BackupFile): { tables: BackupFile['tables']; lost: Lost[] } {
  if (schema === SCHEMA_VERSION) return { tables, lost: [] };
  const { progressSnapshots = [], ...others } = tables;
  const withoutSnapshots = { table: 'progressSnapshots', rows: progressSnapshots.length, of: progressSnapshots.length };
  const tries: [BackupFile['tables'], Lost[]][] = [[tables, []], [others, [withoutSnapshots]]];
  for (const [rows, lost] of tries) {
    try {
      return { tables: upgradedDump(rows, schema) as BackupFile['tables'], lost };
    } catch {
      // Snapshots are computed anew in any case.
    }
  }
  return { tables: {}, lost: Object.entries(tables).map(([table, { length }]) => ({ table, rows: length, of: length })) };
}

/** The same damage with more rows lost. */
export function withLost(damage: Damage | null, more: readonly Lost[]): Damage | null {
  if (more.length === 0) return damage;
  const lost = new Map((damage?.lost ?? []).map((one) => [one.table, one]));
  for (const { table, rows, of } of more) {
    const before = lost.get(table);
    lost.set(table, { table, rows: rows + (before?.rows ?? 0), of: Math.max(of, before?.of ?? 0) });
  }
  return { isCut: damage?.isCut ?? false, isSure: damage?.isSure ?? true, lost: [...lost.values()] };
}
