import { DataNewerThanApp, DatabaseError } from '../../db/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** Expected failures of any write by a learner; each has words on screen. */
export type WriteFailure =
  /** The disk, or this site's share of it, is full. Nothing was written; what was there is intact. */
  | { readonly type: 'QuotaExceeded' }
  /** Another tab runs a newer version of the app: this one must be reloaded. */
  | { readonly type: 'StaleTab' }
  /** The data was written by a newer app (R14). */
  | { readonly type: 'DataNewerThanApp'; readonly found: number; readonly known: number };

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
  return error.type === 'QuotaExceeded' || error.type === 'StaleTab' ? { type: error.type } : null;
}
