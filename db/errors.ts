import type { Id } from './models/ids.ts';

/** What the data layer refuses. `type` tells the kinds apart; every other field is plain data. */
export abstract class DatabaseError extends Error {
  abstract readonly type: string;
}

export class NotFound extends DatabaseError {
  readonly type = 'NotFound';
  readonly table: string;
  readonly id: Id;
  constructor(table: string, id: Id) {
    super(`${table} has no row ${id}`);
    this.table = table;
    this.id = id;
  }
}

/** A constraint of one table that one row broke. */
export abstract class Violation extends DatabaseError {
  readonly table: string;
  /** The path of the offending field, such as `options[1].why`. */
  readonly field: string;
  readonly value: unknown;
  /** The row's id; null where it had none. */
  readonly rowId: Id | null;
  constructor(table: string, field: string, value: unknown, rowId: Id | null, reason: string) {
    super(`${table}.${field} ${reason} (row ${rowId ?? 'without an id'}, value ${show(value)})`);
    this.table = table;
    this.field = field;
    this.value = value;
    this.rowId = rowId;
  }
}

export class UniqueViolation extends Violation {
  readonly type = 'UniqueViolation';
  constructor(table: string, field: string, value: unknown, rowId: Id | null) {
    super(table, field, value, rowId, 'is taken');
  }
}

export class ForeignKeyViolation extends Violation {
  readonly type = 'ForeignKeyViolation';
  constructor(table: string, field: string, value: unknown, rowId: Id | null, reason = 'names no stored row') {
    super(table, field, value, rowId, reason);
  }
}

export class NotNullViolation extends Violation {
  readonly type = 'NotNullViolation';
  constructor(table: string, field: string, value: unknown, rowId: Id | null) {
    super(table, field, value, rowId, 'is required');
  }
}

/** An enum, a type or a shape that does not hold; also a change of a row that never changes. */
export class InvalidValue extends Violation {
  readonly type = 'InvalidValue';
}

/** A bulk write was refused whole. `violations` holds the first of them, at most ten, in the order of the rows. */
export class BulkViolation extends DatabaseError {
  readonly type = 'BulkViolation';
  readonly table: string;
  readonly violations: readonly Violation[];
  constructor(table: string, violations: readonly Violation[]) {
    super(`${table}: ${violations.map((v) => v.message).join('; ')}`);
    this.table = table;
    this.violations = violations;
  }
}

export class QuotaExceeded extends DatabaseError {
  readonly type = 'QuotaExceeded';
  constructor() {
    super('The device has no room left for this write');
  }
}

/**
 * The browser gave the operation up, or the store beneath it broke: nothing of its transaction stays. It may work when
 * tried again, or after a restart. `reason` is the browser's own name for it, such as `UnknownError`.
 */
export class StoreFailed extends DatabaseError {
  readonly type = 'StoreFailed';
  readonly reason: string;
  constructor(reason: string) {
    super(`The database gave the operation up (${reason})`);
    this.reason = reason;
  }
}

/** The stored data were written by a newer app (R14). Versions are schema versions. */
export class DataNewerThanApp extends DatabaseError {
  readonly type = 'DataNewerThanApp';
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`The data are of version ${found}; this app knows version ${known}`);
    this.found = found;
    this.known = known;
  }
}

/** What brings older data up to this app's version cannot be fetched: they wait, untouched. */
export class AppIncomplete extends DatabaseError {
  readonly type = 'AppIncomplete';
  constructor() {
    super('The part of the app that upgrades the data cannot be fetched');
  }
}

/** Another tab upgraded or deleted the database: this one must be reloaded (R14). */
export class StaleTab extends DatabaseError {
  readonly type = 'StaleTab';
  constructor() {
    super('Another tab has changed the database; this one must be reloaded');
  }
}

/** The draft belongs to another tab, which has claimed it (R17). */
export class DraftTakenOver extends DatabaseError {
  readonly type = 'DraftTakenOver';
  readonly draftId: Id;
  readonly writerId: string;
  constructor(draftId: Id, writerId: string) {
    super(`The draft ${draftId} is being written by ${writerId}`);
    this.draftId = draftId;
    this.writerId = writerId;
  }
}

/**
 * Unwraps what Dexie throws; whatever is no expected failure comes back as it was. `ended`: what the transaction says
 * that it died of. Where several requests are under way all but one of them only say that they were aborted, and a call
 * that comes after them that there is no transaction any more.
 */
export function toDatabaseError(error: unknown, ended: DOMException | null = null): unknown {
  const causes = [...causesOf(error)];
  const known = causes.find((cause) => cause instanceof DatabaseError);
  if (known !== undefined && !(known instanceof StoreFailed)) return known;
  const names = known === undefined ? causes.map(nameOf).filter((name) => !WRAPPERS.includes(name)) : [known.reason];
  if (names.includes('QuotaExceededError')) return new QuotaExceeded();
  const isGivenUp = (name: string): boolean => GIVEN_UP.includes(name) || (ended !== null && name === 'TransactionInactiveError');
  const [first] = names;
  if (first === undefined || !names.every(isGivenUp)) return error;
  if (ended?.name === 'QuotaExceededError') return new QuotaExceeded();
  return known ?? new StoreFailed(ended?.name ?? first);
}

/** Dexie's, around the errors of single rows. */
const WRAPPERS = ['BulkError', 'ModifyError'];

/** Names of errors that no line of this app brings about; any other name is a bug of ours. */
const GIVEN_UP = [
  'AbortError',
  'UnknownError',
  'TimeoutError',
  // The connection was closed by the browser, or a value's file cannot be read.
  'InvalidStateError',
  'NotReadableError',
  'DatabaseClosedError',
  'OpenFailedError',
];

/** True when the connection was closed under the caller. */
export const isClosed = (error: unknown): boolean =>
  [...causesOf(error)].some((cause) => ['DatabaseClosedError', 'DatabaseClosed'].includes(nameOf(cause)));

/** What a browser says of rows that lie on a damaged part of the disk. */
const UNREADABLE = ['UnknownError', 'NotReadableError'];

/** True where rows cannot be read, now or later. */
export const isOfDamage = (error: unknown): boolean => error instanceof StoreFailed && UNREADABLE.includes(error.reason);

/** The error, and what it wraps: Dexie puts the cause of an abort in `inner`, that of a bulk write in `failures`. */
function* causesOf(error: unknown): Generator {
  let cause = error;
  for (let depth = 0; depth < 5 && typeof cause === 'object' && cause !== null; depth += 1) {
    yield cause;
    if ('failures' in cause && Array.isArray(cause.failures)) yield* cause.failures as unknown[];
    cause = 'inner' in cause ? cause.inner : null;
  }
}

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string' ? error.name : '';

function show(value: unknown): string {
  const text = value === undefined ? 'undefined' : (JSON.stringify(value) as string | undefined) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
