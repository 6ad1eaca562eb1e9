import { missingIn } from '../check.ts';
import type { Platform } from '../platform.ts';
import { APP_VERSION } from '../version.ts';
import { copyText } from './clipboard.ts';
import { browserFiles } from './files.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { createBrowserLocks } from './locks.ts';
import { createBrowserNotes } from './notes.ts';
import { createBrowserStorage } from './storage.ts';
import { createUnsaved } from './unsaved.ts';
import { createBrowserUpdates, noUpdates } from './updates.ts';

export interface BrowserParts {
  /** Blessed by the app's Trusted Types policy; null (the dev server) registers none. */
  readonly serviceWorkerUrl: string | null;
  readonly journal: JournalStore;
}

/** The platform of a web page. */
export function createBrowserPlatform({ serviceWorkerUrl, journal }: BrowserParts): Platform {
  // The DOM library declares these as always there; older browsers and plain HTTP know better.
  const { locks, storage, serviceWorker, clipboard }: PartialNavigator = navigator;
  const unsaved = createUnsaved({ locks, channel: new BroadcastChannel('hornbook') });
  const reload = (): void => location.reload();
  return {
    kind: 'browser',
    appVersion: APP_VERSION,
    files: browserFiles,
    storage: createBrowserStorage(storage),
    locks: createBrowserLocks(locks),
    journal,
    notes: createBrowserNotes(() => localStorage),
    copies: async () => (await import('./copies.ts')).createBrowserCopies(window),
    updates:
      serviceWorkerUrl === null
        ? noUpdates
        : createBrowserUpdates({ serviceWorker, scriptUrl: serviceWorkerUrl, unsaved, reload }),
    missing: missingIn(globalThis),
    languages: navigator.languages,
    copyText: (text) => copyText(clipboard, text),
    reload,
  };
}

type PartialNavigator = Partial<Pick<Navigator, 'locks' | 'storage' | 'serviceWorker' | 'clipboard'>>;
