import type { Missing } from './platform.ts';

/** The few globals asked about, so that a test can hand in any browser. */
export interface Scope {
  readonly isSecureContext?: boolean;
  readonly indexedDB?: unknown;
  readonly WebAssembly?: object;
  readonly navigator?: { readonly serviceWorker?: unknown; readonly locks?: unknown; readonly storage?: object };
}

export type WhereItRuns = 'full' | 'reduced' | { readonly refused: Refusal };
export type Refusal = 'insecure-origin' | 'no-indexeddb';

/**
 * Whether the app can run here at all, and whether something is missing. A page over plain HTTP from another machine
 * has no service worker, no crypto and no OPFS: it is refused first, since that explains all the rest.
 */
export function whereItRuns(scope: Scope): WhereItRuns {
  if (scope.isSecureContext !== true) return { refused: 'insecure-origin' };
  if (!hasIndexedDb(scope)) return { refused: 'no-indexeddb' };
  return missingIn(scope).length === 0 ? 'full' : 'reduced';
}

/** What this browser lacks beside Chromium; each has words for the learner. */
export function missingIn({ WebAssembly: wasm, navigator }: Scope): Missing[] {
  const missing: Missing[] = [];
  if (wasm === undefined || !('Suspending' in wasm)) missing.push('jspi');
  if (navigator?.storage === undefined || !('persist' in navigator.storage)) missing.push('lasting-storage');
  if (navigator?.serviceWorker === undefined) missing.push('service-worker');
  if (navigator?.locks === undefined) missing.push('web-locks');
  return missing;
}

/** With site data blocked, some browsers throw on the mere look. */
function hasIndexedDb(scope: Scope): boolean {
  try {
    return scope.indexedDB !== undefined && scope.indexedDB !== null;
  } catch {
    return false;
  }
}
