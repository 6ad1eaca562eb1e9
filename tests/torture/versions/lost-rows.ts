import { visible } from '../../../db/integrity.ts';
import type { AnyRow } from '../../../db/versions/version.ts';
import { faultsIn } from '../faults/soundness.ts';
import type { StoredRows } from '../tabs/page/types.ts';

/** What an upgrade may add to an old row, or compute anew of it; everything else stays as it was. */
const CHANGES: readonly string[] = ['isRequired', 'mistakes', 'constructs', 'rectifiedExerciseIds', 'objectives', 'variantOf', 'day'];

/** What is not there any more, or not as it was, and whatever else is wrong with the rows of the newest version. */
export function lostRows(before: StoredRows, after: StoredRows): string[] {
  const lost = Object.entries(before).flatMap(([table, rows]) => {
    const byId = new Map((after[table] ?? []).map((row) => [row.id, row]));
    return rows.flatMap((row) => {
      const now = byId.get(row.id);
      if (now === undefined) return [`${table} ${row.id} is gone`];
      return contentOf(row) === contentOf(now) ? [] : [`${table} ${row.id} is not as it was`];
    });
  });
  return [...lost, ...faultsIn(after)];
}

const contentOf = (row: { readonly id: string }): string => {
  const kept = Object.entries(visible(row) as unknown as AnyRow).filter(([name]) => !CHANGES.includes(name));
  return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Rows that were added, changed or taken away between two looks. */
export function differences(before: StoredRows, after: StoredRows): string[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return tables.flatMap((table) => {
    const was = new Map((before[table] ?? []).map((row) => [row.id, JSON.stringify(row)]));
    const is = new Map((after[table] ?? []).map((row) => [row.id, JSON.stringify(row)]));
    const ids = [...new Set([...was.keys(), ...is.keys()])];
    return ids.filter((id) => was.get(id) !== is.get(id)).map((id) => `${table} ${id}`);
  });
}
