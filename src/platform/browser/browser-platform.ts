import { missingIn } from '../check.ts';
import type { Platform } from '../platform.ts';
import { APP_VERSION } from '../version.ts';
import { copyText } from './clipboard.ts';
import { browserFiles } from './files.ts';
import { createBrowserLocks } from './locks.ts';
import { createBrowserStorage } from './storage.ts';
import { createUnsaved } from './unsaved.ts';
import { createBrowserUpdates, noUpdates } from './updates.ts';

/**
 * The platform of a web page. `serviceWorkerUrl` is blessed by the app's Trusted Types policy; null (the dev server)
 * registers none.
 */
export function createBrowserPlatform({ serviceWorkerUrl }: { readonly serviceWorkerUrl: string | null }): Platform {
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
    updates:
      serviceWorkerUrl === null
        ? noUpdates
        : createBrowserUpdates({ serviceWorker, scriptUrl: serviceWorkerUrl, unsaved, reload }),
    missing: missingIn(globalThis),
    copyText: (text) => copyText(clipboard, text),
    reload,
  };
}

type PartialNavigator = Partial<Pick<Navigator, 'locks' | 'storage' | 'serviceWorker' | 'clipboard'>>;
