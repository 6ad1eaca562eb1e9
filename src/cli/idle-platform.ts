import { readFileSync } from 'node:fs';
import type { Platform } from '../platform/platform.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** A terminal is neither a browser nor a window: nothing to save to, nobody to share a lock with. */
export const idlePlatform: Platform = {
  kind: 'desktop',
  appVersion: manifest.version,
  files: {
    save: () => Promise.resolve({ ok: false, error: { type: 'SaveFailed', reason: 'there is no window' } }),
    open: () => Promise.resolve({ ok: false, error: { type: 'Cancelled' } }),
  },
  storage: {
    askToPersist: () => Promise.resolve('evictable'),
    persistence: () => Promise.resolve('evictable'),
    estimate: () => Promise.resolve(null),
  },
  locks: { take: () => Promise.resolve({ release: () => undefined }) },
  journal: {
    read: () => Promise.resolve({ lines: [], damaged: 0, staleBytes: 0 }),
    append: () => Promise.resolve({ ok: true, value: null }),
    compact: () => Promise.resolve({ ok: true, value: null }),
  },
  notes: { get: () => null, set: () => undefined },
  copies: () => Promise.resolve({ own: null, chosen: null }),
  updates: {
    onNews: () => () => undefined,
    understood: () => undefined,
    hold: () => () => undefined,
    apply: () => Promise.resolve({ ok: false, error: { type: 'UnsavedElsewhere' } }),
  },
  missing: ['lasting-storage'],
  languages: ['en'],
  copyText: () => Promise.resolve(false),
  reload: () => undefined,
};
