import type { Bridge } from '../../electron/bridge.ts';
import { createBrowserPlatform } from './browser/browser-platform.ts';
import { createOpfsJournal } from './journal/opfs-journal.ts';
import type { Platform } from './platform.ts';
import type { AppPolicy } from './trusted-types.ts';

export interface PlatformParts {
  readonly isBuilt: boolean;
  /** Address of `journal/journal-worker.ts`, which the policy knows. */
  readonly journalWorker: string;
  readonly tabId: string;
}

/** The only place that asks where it runs: the desktop's preload puts `hornbook` on the window. */
export async function createPlatform(policy: AppPolicy, { isBuilt, journalWorker, tabId }: PlatformParts): Promise<Platform> {
  const { hornbook }: { hornbook?: Bridge } = globalThis as { hornbook?: Bridge };
  const startWorker = (): Worker => new Worker(policy.scriptUrl(journalWorker), { type: 'module', name: tabId });
  // No page in a browser has use for it.
  if (hornbook !== undefined) return (await import('./desktop/desktop-platform.ts')).createDesktopPlatform(hornbook);
  const journal = createOpfsJournal(startWorker, navigator.storage);
  return createBrowserPlatform({ serviceWorkerUrl: isBuilt ? policy.scriptUrl('sw.js') : null, journal });
}
