import { DataNewerThanApp, DatabaseError, QuotaExceeded } from '../../db/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** Expected failures of any write by a learner; each has words on screen. */
export type WriteFailure =
  /**
   * The disk, or this site's share of it, is full. What was there is intact; what was to be written is in the journal,
   * from which a start with more room puts it in its place (`isKept`), or nowhere. `missing`: nothing was begun, since
   * so many bytes are wanting.
   */
  | { readonly type: 'QuotaExceeded'; readonly isKept?: true; readonly missing?: number }
  /** Another tab runs a newer version of the app: this one must be reloaded. */
  | { readonly type: 'StaleTab' }
  /** The browser gave the write up: nothing of it stays, and it may work when tried again. */
  | { readonly type: 'StoreFailed' }
  /** The data was written by a newer app (R14). */
  | { readonly type: 'DataNewerThanApp'; readonly found: number; readonly known: number };

/** The disk is full, but the journal has the write. */
export class KeptForLater extends QuotaExceeded {}

/** What was to be brought in would not fit: nothing was begun. */
export class NoRoom extends QuotaExceeded {
  /** Bytes. */
  readonly missing: number;
  constructor(missing: number) {
    super();
    this.missing = missing;
  }
}

/** Runs a write; an expected failure becomes a value, anything else is a bug and throws on. */
export async function attemptWrite<T>(write: () => Promise<T>): Promise<Result<T, WriteFailure>> {
  try {
    return ok(await write());
  } catch (error) {
    const failure = writeFailureOf(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}

export function writeFailureOf(error: unknown): WriteFailure | null {
  if (error instanceof DataNewerThanApp) return { type: error.type, found: error.found, known: error.known };
  if (!(error instanceof DatabaseError)) return null;
  if (error instanceof NoRoom) return { type: error.type, missing: error.missing };
  if (error instanceof KeptForLater) return { type: error.type, isKept: true };
  const { type } = error;
  return type === 'QuotaExceeded' || type === 'StaleTab' || type === 'StoreFailed' ? { type } : null;
}
