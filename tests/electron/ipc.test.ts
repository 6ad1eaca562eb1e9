import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { handleBridge } from '../../electron/ipc.ts';
import { createVerbs } from '../../electron/verbs.ts';

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
  handleBridge(ipcMain, createVerbs({ dialog, clipboard, window: nobody }));
  const call = (senderFrame: unknown, channel: string, ...values: unknown[]): Promise<unknown> =>
    Promise.resolve().then(() => handlers.get(channel)?.({ senderFrame } as IpcMainInvokeEvent, ...values));
  return { channels: [...handlers.keys()], copied, call };
}

describe('the bridge', () => {
  it('opens the channels of its type map and no other', () => {
    expect(setUp().channels).toEqual(['hornbook:save-file', 'hornbook:open-file', 'hornbook:copy-text']);
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
  ])('refuses what %s does not take: %j', async (channel, values) => {
    await expect(setUp().call(home, channel, ...values)).rejects.toThrow('not what this verb takes');
  });
});
