import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Copies } from '../../electron/copies.ts';
import { handleBridge } from '../../electron/ipc.ts';
import type { JournalFile } from '../../electron/journal-file.ts';
import { createVerbs } from '../../electron/verbs.ts';

const NAME = 'hornbook-copy-2026-11-22-1742-1a2b3c.json';
const home = { url: 'app://hornbook/', parent: null };

/** The bridge over a record of what was opened; `call` speaks as a frame would. */
function setUp() {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown>();
  const copied: string[] = [];
  const nobody = (): never => {
    throw new Error('unreachable');
  };
  const dialog = { showOpenDialog: nobody, showSaveDialog: nobody };
  const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
  const ipcMain: Pick<IpcMain, 'handle'> = { handle: (channel, handler) => void handlers.set(channel, handler) };
  const journal: JournalFile = { read: nobody, write: nobody, replace: nobody, release: nobody };
  const copies: Copies = { where: nobody, take: nobody, forget: nobody, list: nobody, read: nobody, write: nobody, remove: nobody };
  handleBridge(ipcMain, createVerbs({ dialog, clipboard, window: nobody, journal, copies }));
  const call = (senderFrame: unknown, channel: string, ...values: unknown[]): Promise<unknown> =>
    Promise.resolve().then(() => handlers.get(channel)?.({ senderFrame } as IpcMainInvokeEvent, ...values));
  return { channels: [...handlers.keys()], copied, call };
}

describe('the bridge', () => {
  it('opens the channels of its type map and no other', () => {
    expect(setUp().channels).toEqual([
      'hornbook:save-file',
      'hornbook:open-file',
      'hornbook:copy-text',
      'hornbook:journal-read',
      'hornbook:journal-write',
      'hornbook:journal-replace',
      'hornbook:journal-release',
      ...['folder', 'choose', 'forget', 'list', 'read', 'write', 'remove'].map((verb) => `hornbook:copies-${verb}`),
    ]);
  });

  it('serves the app', async () => {
    const { call, copied } = setUp();
    expect(await call(home, 'hornbook:copy-text', 'report')).toBe(true);
    expect(copied).toEqual(['report']);
  });

  it.each([
    ['another page', { url: 'https://evil.example/', parent: null }],
    ['a frame inside the app', { url: 'app://hornbook/', parent: home }],
    ['the sandbox', { url: 'about:srcdoc', parent: home }],
    ['a frame that is gone', null],
  ])('refuses %s on every channel', async (_, frame) => {
    const { channels, call, copied } = setUp();
    for (const channel of channels) await expect(call(frame, channel, 'x')).rejects.toThrow('not this app');
    expect(copied).toEqual([]);
  });

  it.each([
    ['hornbook:copy-text', [1]],
    ['hornbook:copy-text', []],
    ['hornbook:copy-text', ['a', 'b']],
    ['hornbook:save-file', [{ name: 'a' }]],
    ['hornbook:save-file', [null]],
    ['hornbook:save-file', ['a.json']],
    ['hornbook:open-file', [{ accept: '.json' }]],
    ['hornbook:open-file', [{ accept: ['.json', 1] }]],
    ['hornbook:open-file', [{ accept: ['../x'] }]],
    ['hornbook:open-file', [{}]],
    ['hornbook:journal-read', ['/etc/passwd']],
    ['hornbook:journal-write', [new Uint8Array(1)]],
    ['hornbook:journal-write', [{ at: -1, bytes: new Uint8Array(1) }]],
    ['hornbook:journal-write', [{ at: 0.5, bytes: new Uint8Array(1) }]],
    ['hornbook:journal-write', [{ at: '0', bytes: new Uint8Array(1) }]],
    ['hornbook:journal-write', [{ at: 0, bytes: [1] }]],
    ['hornbook:journal-write', [{ at: 0, bytes: 'text' }]],
    ['hornbook:journal-replace', ['text']],
    ['hornbook:journal-replace', [{ length: 3 }]],
    ['hornbook:journal-release', [true]],
    ['hornbook:copies-folder', ['/etc']],
    ['hornbook:copies-choose', ['/etc']],
    ['hornbook:copies-choose', [{ path: '/etc' }]],
    ['hornbook:copies-forget', []],
    ['hornbook:copies-list', ['/etc']],
    ['hornbook:copies-read', [null]],
    ['hornbook:copies-read', [[NAME]]],
    ['hornbook:copies-read', [{ name: NAME }]],
    ['hornbook:copies-read', [NAME, NAME]],
    ['hornbook:copies-write', [NAME]],
    ['hornbook:copies-write', [{ name: NAME, bytes: 'text' }]],
    ['hornbook:copies-write', [{ name: NAME, bytes: [1] }]],
    ['hornbook:copies-write', [{ name: { toString: () => NAME }, bytes: new Uint8Array(1) }]],
    ['hornbook:copies-write', [{ bytes: new Uint8Array(1) }]],
    ['hornbook:copies-remove', [undefined]],
  ])('refuses what %s does not take: %j', async (channel, values) => {
    await expect(setUp().call(home, channel, ...values)).rejects.toThrow('not what this verb takes');
  });

  it.each([
    `../${NAME}`,
    `./${NAME}`,
    `/etc/${NAME}`,
    `C:\\${NAME}`,
    `a/${NAME}`,
    `..\\${NAME}`,
    `${NAME}/..`,
    `${NAME}\n`,
    `\0${NAME}`,
    `${NAME}\0.txt`,
    `${NAME}:stream`,
    `${NAME}.part`,
    NAME.toUpperCase(),
    NAME.replace('1a2b3c', '../../'),
    NAME.replace('1a2b3c', '..\\..\\'),
    'hornbook-copy-2026-11-22-1742-.json',
    'hornbook-backup.json',
    'journal.log',
    '.bashrc',
    '..',
    '.',
    '',
  ])('touches no file but a copy: %j', async (name) => {
    const { call } = setUp();
    const refused = 'not what this verb takes';
    await expect(call(home, 'hornbook:copies-read', name)).rejects.toThrow(refused);
    await expect(call(home, 'hornbook:copies-remove', name)).rejects.toThrow(refused);
    await expect(call(home, 'hornbook:copies-write', { name, bytes: new Uint8Array(1) })).rejects.toThrow(refused);
  });

  it('refuses a write that is larger than any line, or a journal or a copy larger than all of them', async () => {
    const { call } = setUp();
    const line = { at: 0, bytes: new Uint8Array(65 * 1024 * 1024 + 1) };
    await expect(call(home, 'hornbook:journal-write', line)).rejects.toThrow('not what this verb takes');
    const journal = new Uint8Array(512 * 1024 * 1024 + 1);
    await expect(call(home, 'hornbook:journal-replace', journal)).rejects.toThrow('not what this verb takes');
    await expect(call(home, 'hornbook:copies-write', { name: NAME, bytes: journal })).rejects.toThrow('not what this verb takes');
  });
});
