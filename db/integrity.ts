import { BulkViolation, ForeignKeyViolation, InvalidValue, NotNullViolation, UniqueViolation } from './errors.ts';
import type { Violation } from './errors.ts';
import type { EpochMs, Id } from './models/ids.ts';
import { readPages } from './ranges.ts';
import { RULES } from './rules/all-rules.ts';
import type { AtEnd, Reference, TableRules, Unique } from './rules/rules.ts';
import type { Hidden, Stored, TableName, Tables } from './tables.ts';
import type { Session } from './transaction.ts';

/** How many offending rows an error names (R2). */
const NAMED_AT_MOST = 10;

export interface WriteOptions {
  /** `insert`: no row may be there yet. `put`: it may, unless the table never changes a row. */
  readonly mode: 'insert' | 'put';
  /** `stamp`: by the clock (R3). `keep`: as the rows say, for what comes back from a backup or an erasure. */
  readonly times: 'stamp' | 'keep';
  /** Whether a refusal is a BulkViolation; else it is the violation itself. */
  readonly isBulk: boolean;
}

/** A row that may still lack its times. */
type Incoming<T extends TableName> = Tables[T] | Omit<Tables[T], 'createdAt' | 'updatedAt'>;
/** A row on its way in; `before` is what is stored under its id. */
interface Change<R> {
  readonly before: Stored<R> | null;
  readonly after: R;
  readonly hidden: Hidden;
}

/**
 * The one way into a table: sets the times, checks every constraint of the table inside the transaction, and writes
 * all rows or none (R1–R3). Call it within `session.write` over this table. `hidden` is stored with every row.
 * Throws the violations of db/errors.ts. Returns the rows as stored, hidden fields left out.
 */
export async function writeRows<T extends TableName>(
  session: Session,
  table: T,
  rows: readonly Incoming<T>[],
  options: WriteOptions,
  hidden: Hidden = {},
): Promise<Tables[T][]> {
  const rules: TableRules<Tables[T]> = RULES[table];
  const stored = session.db.rows(table);
  const before = await stored.bulkGet(rows.map((row) => (row.id as Id | undefined) ?? ''));
  const now = session.now();
  const changes = rows.map((row, i): Change<Tables[T]> => {
    const old = before[i] ?? null;
    const after = (options.times === 'keep' ? row : stamped(rules, row, old, now)) as Tables[T];
    return { before: old, after, hidden: { ...(old?.wasOn === undefined ? {} : { wasOn: old.wasOn }), ...hidden } };
  });

  const violations = shapeViolations(table, rules, changes);
  if (violations.length === 0) {
    violations.push(...idViolations(table, rules, changes, options.mode));
    for (const unique of rules.unique) violations.push(...(await uniqueViolations(session, table, unique, changes)));
    for (const reference of rules.references)
      violations.push(...(await referenceViolations(session, table, reference, changes)));
  }
  refuse(table, violations, options.isBulk);

  await freeKeys(session, table, rules, changes);
  await stored.bulkPut(changes.map(({ after, hidden }) => ({ ...after, ...hidden, ...rules.hidden?.(after) })));
  session.log.wrote(table, changes.map(({ after }) => after));
  if (rules.atEnd !== undefined) checkAtEnd(session, table, rules.atEnd, changes);
  return changes.map(({ after }) => after);
}

/** The one way out of a table. Call it within `session.write` over this table. */
export async function deleteRows(session: Session, table: TableName, ids: readonly Id[]): Promise<void> {
  await session.db.rows(table).bulkDelete([...ids]);
  session.log.deleted(table, ids);
}

/** A stored row as the models know it. */
export function visible<R extends object>(row: Stored<R>): R {
  const plain: R & { emailKey?: string; isLive?: 0 | 1; listedIn?: Id; wasOn?: boolean } = { ...row };
  delete plain.emailKey;
  delete plain.isLive;
  delete plain.listedIn;
  delete plain.wasOn;
  return plain;
}

/** createdAt is set once; updatedAt moves at every change, and forward even when the clock was put back (R3). */
function stamped(rules: Pick<TableRules<never>, 'times'>, row: object, before: object | null, now: EpochMs): object {
  const old = (before ?? {}) as { readonly createdAt?: EpochMs; readonly updatedAt?: EpochMs };
  const createdAt = old.createdAt ?? now;
  const updatedAt = old.updatedAt === undefined ? now : Math.max(now, old.updatedAt + 1);
  switch (rules.times) {
    case 'created and updated':
      return { ...row, createdAt, updatedAt };
    case 'created':
      return { ...row, createdAt };
    case 'updated':
      return { ...row, updatedAt };
    case 'none':
      return row;
  }
}

function shapeViolations<R extends { readonly id: Id }>(
  table: TableName,
  rules: TableRules<R>,
  changes: readonly Change<R>[],
): Violation[] {
  return changes.flatMap(({ after }): Violation[] => {
    const fault = rules.shape(after, '');
    if (fault === null) return [];
    const rowId = (after.id as Id | undefined) ?? null;
    return fault.reason === 'missing'
      ? [new NotNullViolation(table, fault.path, fault.value, rowId)]
      : [new InvalidValue(table, fault.path, fault.value, rowId, fault.reason)];
  });
}

function idViolations<R extends { readonly id: Id }>(
  table: TableName,
  rules: TableRules<R>,
  changes: readonly Change<R>[],
  mode: WriteOptions['mode'],
): Violation[] {
  const seen = new Set<Id>();
  return changes.flatMap(({ before, after }): Violation[] => {
    const isDouble = seen.has(after.id);
    seen.add(after.id);
    if (isDouble || (mode === 'insert' && before !== null)) return [new UniqueViolation(table, 'id', after.id, after.id)];
    if (rules.isImmutable && before !== null) return [new InvalidValue(table, 'id', after.id, after.id, 'never changes')];
    const expected = rules.idOf?.(after) ?? after.id;
    return expected === after.id ? [] : [new InvalidValue(table, 'id', after.id, after.id, `must be ${expected}`)];
  });
}

async function uniqueViolations<T extends TableName>(
  session: Session,
  table: T,
  unique: Unique<Tables[T]>,
  changes: readonly Change<Tables[T]>[],
): Promise<Violation[]> {
  const claims = changes.filter(({ before, after }) => before === null || !hasSameKey(unique, before, after));
  const keys = claims.map(({ after }) => unique.keyOf(after)).filter((key) => key !== null);
  if (keys.length === 0) return [];
  const holders = await session.db.rows(table).where(unique.index).anyOf(keys).toArray();
  const written = new Set(changes.map(({ after }) => after.id));
  const owners = new Map<string, Id>();
  for (const holder of holders) if (!written.has(holder.id)) owners.set(JSON.stringify(unique.keyOf(holder)), holder.id);
  return changes.flatMap(({ after }) => {
    const key = unique.keyOf(after);
    if (key === null) return [];
    const owner = owners.get(JSON.stringify(key));
    owners.set(JSON.stringify(key), owner ?? after.id);
    return owner === undefined ? [] : [new UniqueViolation(table, unique.field, unique.valueOf(after), after.id)];
  });
}

async function referenceViolations<T extends TableName>(
  session: Session,
  table: T,
  reference: Reference<Tables[T]>,
  changes: readonly Change<Tables[T]>[],
): Promise<Violation[]> {
  const links = changes.flatMap(({ before, after }) => {
    const to = reference.idOf(after);
    return to === null || (before !== null && reference.idOf(before) === to) ? [] : [{ to, rowId: after.id }];
  });
  if (links.length === 0) return [];
  const wanted = [...new Set(links.map((link) => link.to))];
  const there = new Set(await session.db.rows(reference.to).where('id').anyOf(wanted).primaryKeys());
  return links
    .filter((link) => !there.has(link.to))
    .map((link) => new ForeignKeyViolation(table, reference.field, link.to, link.rowId));
}

/** Rows that swap a unique key in one write would trip over the index: they step out first. */
async function freeKeys<T extends TableName>(
  session: Session,
  table: T,
  rules: TableRules<Tables[T]>,
  changes: readonly Change<Tables[T]>[],
): Promise<void> {
  const moving = changes.filter(
    ({ before, after }) => before !== null && rules.unique.some((unique) => !hasSameKey(unique, before, after)),
  );
  if (moving.length > 1) await session.db.rows(table).bulkDelete(moving.map(({ after }) => after.id));
}

const hasSameKey = <R>(unique: Unique<R>, a: R, b: R): boolean =>
  JSON.stringify(unique.keyOf(a)) === JSON.stringify(unique.keyOf(b));

function checkAtEnd<T extends TableName>(
  session: Session,
  table: T,
  rule: AtEnd<Tables[T]>,
  changes: readonly Change<Tables[T]>[],
): void {
  for (const scope of new Set(changes.map(({ after }) => rule.scopeOf(after)))) {
    session.beforeCommit(`${table} ${scope}`, async () => {
      const [lower, upper] = rule.rangeOf(scope);
      const rows = await readPages<Stored<Tables[T]>>(
        lower,
        // What must be unique is the index's last part.
        (row) => [...lower.slice(0, -1), rule.valueOf(row)],
        (from, limit) => session.db.rows(table).where(rule.index).between(from, upper, true, true).limit(limit).toArray(),
      );
      const taken = new Set<unknown>();
      const violations = rows.flatMap((row) => {
        const value = rule.valueOf(row);
        if (taken.has(value)) return [new UniqueViolation(table, rule.field, value, row.id)];
        taken.add(value);
        return [];
      });
      refuse(table, violations, false);
    });
  }
}

function refuse(table: TableName, violations: readonly Violation[], isBulk: boolean): void {
  const first = violations[0];
  if (first === undefined) return;
  throw isBulk ? new BulkViolation(table, violations.slice(0, NAMED_AT_MOST)) : first;
}
