/** Expected failures of any write by a learner; each has words on screen. */
export type WriteFailure =
  /** The disk, or this site's share of it, is full. Nothing was written; what was there is intact. */
  | { readonly type: 'QuotaExceeded' }
  /** Another tab runs a newer version of the app: this one must be reloaded. */
  | { readonly type: 'StaleTab' }
  /** The data was written by a newer app (R14). */
  | { readonly type: 'DataNewerThanApp'; readonly found: number; readonly known: number };
