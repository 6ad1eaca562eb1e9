import type { Bridge } from '../../../electron/bridge.ts';
import { fail, ok } from '../../core/result.ts';
import { createBrowserLocks } from '../browser/locks.ts';
import { createBrowserNotes } from '../browser/notes.ts';
import { createBrowserStorage } from '../browser/storage.ts';
import { noUpdates } from '../browser/updates.ts';
import { missingIn } from '../check.ts';
import { createDesktopJournal } from '../journal/desktop-journal.ts';
import type { Files, Platform } from '../platform.ts';
import { createDesktopFolder } from './desktop-copies.ts';

/** The desktop's page runs in Chromium too: only files, the journal, the chosen folder, the clipboard and updates go another way. */
export function createDesktopPlatform(bridge: Bridge): Platform {
  return {
    kind: 'desktop',
    appVersion: bridge.version,
    files: createDesktopFiles(bridge),
    storage: createBrowserStorage(navigator.storage),
    locks: createBrowserLocks(navigator.locks),
    journal: createDesktopJournal(bridge),
    notes: createBrowserNotes(() => localStorage),
    copies: async () => ({
      ...(await import('../browser/copies.ts')).createBrowserCopies(window),
      chosen: createDesktopFolder(bridge),
    }),
    updates: noUpdates,
    // No service worker is needed: every file comes from the app's own folder.
    missing: missingIn(globalThis).filter((missing) => missing !== 'service-worker'),
    languages: navigator.languages,
    copyText: (text) => bridge.copyText(text),
    reload: () => location.reload(),
  };
}

export function createDesktopFiles(bridge: Pick<Bridge, 'saveFile' | 'openFile'>): Files {
  return {
    async save(name, text) {
      const outcome = await bridge.saveFile({ name, text });
      return outcome.type === 'Saved' ? ok(null) : fail(outcome);
    },
    async open(accept) {
      const outcome = await bridge.openFile({ accept });
      return outcome.type === 'Opened' ? ok({ name: outcome.name, text: outcome.text }) : fail(outcome);
    },
  };
}
