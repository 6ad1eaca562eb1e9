import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import { vi } from 'vitest';
import type { Bridge } from '../../electron/bridge.ts';
import { createCopies } from '../../electron/copies.ts';
import { handleBridge } from '../../electron/ipc.ts';
import { createJournalFile } from '../../electron/journal-file.ts';
import { createVerbs } from '../../electron/verbs.ts';
import { createFailingDisk, type FailingDisk } from './failing-disk.ts';

export interface DesktopOptions {
  /** The profile's folder, kept over starts. */
  readonly userData: string;
  /** The folder that the learner picks in the dialog; null: the dialog is cancelled. */
  readonly pick: () => string | null;
  readonly disk?: FailingDisk;
}

/** One start of the desktop, as its page sees it: preload, gate, verbs and a real disk; each message is cloned on its way. */
export async function startBridge({ userData, pick, disk = createFailingDisk() }: DesktopOptions): Promise<Bridge> {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown>();
  const ipcMain: Pick<IpcMain, 'handle'> = { handle: (channel, handler) => void handlers.set(channel, handler) };
  const nobody = (): never => {
    throw new Error('unreachable');
  };
  const dialog = {
    showSaveDialog: nobody,
    showOpenDialog: () => {
      const path = pick();
      return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
    },
  };
  const desktop = { dialog, clipboard: { writeText: nobody }, window: () => null as unknown as BrowserWindow };
  const [journal, copies] = [createJournalFile(userData, disk), createCopies(userData, disk)];
  handleBridge(ipcMain, createVerbs({ ...desktop, journal, copies }));

  const event = { senderFrame: { url: 'app://hornbook/', parent: null } } as unknown as IpcMainInvokeEvent;
  const exposed: { hornbook?: Bridge } = {};
  vi.resetModules();
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (name: 'hornbook', bridge: Bridge) => (exposed[name] = bridge) },
    ipcRenderer: {
      invoke: async (channel: string, value: unknown): Promise<unknown> =>
        structuredClone(await handlers.get(channel)?.(event, structuredClone(value))),
    },
  }));
  await import('../../electron/preload.ts');
  return exposed.hornbook ?? nobody();
}
