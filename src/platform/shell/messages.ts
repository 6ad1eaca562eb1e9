/** What a page says to the service worker. */
export type PageWord =
  /** Let the version that waits in. */
  | { readonly type: 'SKIP_WAITING' }
  /** This page is up: its version starts here. From the watch (watch-start.ts), like the next. */
  | { readonly type: 'STARTED' }
  /** This page will not come up. */
  | { readonly type: 'FAILED' }
  /** The learner has read that an update was undone. */
  | { readonly type: 'UNDONE_READ' };

/** What the service worker answers to `STARTED` where an update was undone and nobody has read of it yet. */
export interface UndoneWord {
  readonly type: 'UNDONE';
}
