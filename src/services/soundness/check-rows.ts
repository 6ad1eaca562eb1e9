import type { Id } from '../../../db/models/ids.ts';
import type { FoundRow } from '../../../db/repositories/inspection.ts';
import { RULES } from '../../../db/rules/all-rules.ts';
import type { TableRules } from '../../../db/rules/rules.ts';
import type { Row } from '../../../db/models/row.ts';
import type { TableName } from '../../../db/tables.ts';
import type { Problem } from './finding.ts';

/** Goes over rows as a walk brings them: tables that others refer to come first. */
export interface RowChecker {
  look(table: TableName, rows: readonly FoundRow[]): void;
  readonly problems: readonly Problem[];
  /** The ids seen so far. */
  readonly ids: (table: TableName) => ReadonlySet<Id>;
}

/** What a row alone says of its hidden fields. */
const FOUND_BY = ['isLive', 'emailKey', 'listedIn'] as const;

/** The same rules that every write is held to, asked of what is stored. */
export function createRowChecker(): RowChecker {
  const problems: Problem[] = [];
  const seen = new Map<TableName, Set<Id>>();
  const holders = new Map<string, Id>();
  const idsOf = (table: TableName): Set<Id> => {
    const ids = seen.get(table) ?? new Set<Id>();
    seen.set(table, ids);
    return ids;
  };
  /** Who held this first; null: nobody. */
  const claim = (key: readonly unknown[], id: Id): Id | null => {
    const text = JSON.stringify(key);
    const holder = holders.get(text) ?? null;
    if (holder === null) holders.set(text, id);
    return holder;
  };

  const lookAt = (table: TableName, { id, row, hidden }: FoundRow): void => {
    // One type for all tables: the row's shape is looked at before anything else is asked of it.
    const rules = RULES[table] as unknown as TableRules<Row>;
    const sound = row as unknown as Row;
    const fault = rules.shape(sound, '');
    if (fault !== null) {
      problems.push({ kind: 'row', table, id, field: fault.path, reason: fault.reason });
      return;
    }
    const expectedId = rules.idOf?.(sound) ?? id;
    if (expectedId !== id) problems.push({ kind: 'row', table, id, field: 'id', reason: `must be ${expectedId}` });
    const expected = rules.hidden?.(sound) ?? {};
    if (FOUND_BY.some((field) => expected[field] !== hidden[field])) problems.push({ kind: 'hidden', table, id });
    for (const unique of rules.unique) {
      const key = unique.keyOf(sound);
      const other = key === null ? null : claim([table, unique.field, key], id);
      if (other !== null) problems.push({ kind: 'double', table, id, field: unique.field, other });
    }
    if (rules.atEnd !== undefined && expected.isLive !== 0) {
      const { field, scopeOf, valueOf } = rules.atEnd;
      const other = claim([table, field, scopeOf(sound), valueOf(sound)], id);
      if (other !== null) problems.push({ kind: 'double', table, id, field, other });
    }
    for (const { field, to, idOf } of rules.references) {
      const missing = idOf(sound);
      if (missing !== null && !idsOf(to).has(missing)) problems.push({ kind: 'reference', table, id, field, to, missing });
    }
  };

  return {
    look(table, rows) {
      for (const { id } of rows) idsOf(table).add(id);
      for (const row of rows) lookAt(table, row);
    },
    problems,
    ids: idsOf,
  };
}
