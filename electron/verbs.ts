import { basename, extname } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { BrowserWindow, Clipboard, Dialog } from 'electron';
import type { OpenRequest, SaveRequest } from './bridge.ts';
import type { Copies } from './copies.ts';
import { createCopyVerbs } from './copy-verbs.ts';
import type { Verbs } from './ipc.ts';
import type { JournalFile } from './journal-file.ts';
import { createJournalVerbs } from './journal-verbs.ts';
import { writeWhole } from './write-whole.ts';

export interface Desktop {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  /** The window the dialogs belong to. */
  readonly window: () => BrowserWindow;
  readonly journal: JournalFile;
  readonly copies: Copies;
}

/** What the page may ask of the desktop. The learner picks every path in a dialog; the page never names one. */
export function createVerbs({ dialog, clipboard, window, journal, copies }: Desktop): Verbs {
  return {
    ...createJournalVerbs(journal),
    ...createCopyVerbs(copies, () => dialog.showOpenDialog(window(), { properties: ['openDirectory', 'createDirectory'] })),
    'hornbook:save-file': {
      accepts: isSaveRequest,
      async run({ name, text }) {
        const { canceled, filePath } = await dialog.showSaveDialog(window(), { defaultPath: plainName(name) });
        if (canceled || filePath === '') return { type: 'Cancelled' };
        return writeWhole(filePath, text).then(
          () => ({ type: 'Saved' }),
          (error: unknown) => ({ type: 'SaveFailed', reason: error instanceof Error ? error.message : String(error) }),
        );
      },
    },
    'hornbook:open-file': {
      accepts: isOpenRequest,
      async run({ accept }) {
        const extensions = accept.map((ending) => ending.replace(/^\./, ''));
        const filters = extensions.length === 0 ? [] : [{ name: extensions.join(', '), extensions }];
        const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters });
        const path = filePaths[0];
        if (canceled || path === undefined) return { type: 'Cancelled' };
        return { type: 'Opened', name: basename(path), text: await readFile(path, 'utf8') };
      },
    },
    'hornbook:copy-text': {
      accepts: (value) => typeof value === 'string',
      async run(text) {
        await clipboard.writeText(text);
        return true;
      },
    },
  };
}

/** A proposal only, but without a folder in it, and never a hidden file. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  const plain = last.replace(/[\0-\x1f:*?"<>|]/g, '-').replace(/^\.+/, '');
  return plain === '' || plain === extname(name) ? 'hornbook.json' : plain;
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null;

function isSaveRequest(value: unknown): value is SaveRequest {
  return isObject(value) && typeof value.name === 'string' && typeof value.text === 'string';
}

function isOpenRequest(value: unknown): value is OpenRequest {
  const accept = isObject(value) ? value.accept : null;
  return Array.isArray(accept) && accept.every((ending) => typeof ending === 'string' && /^\.[a-z0-9]{1,16}$/i.test(ending));
}
