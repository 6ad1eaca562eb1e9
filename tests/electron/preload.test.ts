import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../electron/bridge.ts';

async function preload(): Promise<{ bridge: Bridge; sent: unknown[] }> {
  const exposed: Record<string, unknown> = {};
  const sent: unknown[] = [];
  vi.resetModules();
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (exposed[name] = value) },
    ipcRenderer: { invoke: (...args: unknown[]) => Promise.resolve(sent.push(args)) },
  }));
  await import('../../electron/preload.ts');
  expect(Object.keys(exposed)).toEqual(['hornbook']);
  return { bridge: exposed.hornbook as Bridge, sent };
}

describe('the preload', () => {
  const argv = process.argv;
  afterEach(() => void (process.argv = argv));

  it('hands the page verbs and its version, no channel and no Electron', async () => {
    process.argv = [...argv, '--hornbook-version=1.2.3'];
    const { bridge } = await preload();
    expect(Object.keys(bridge)).toEqual([
      ...['version', 'saveFile', 'openFile', 'copyText'],
      ...['readJournal', 'writeJournal', 'replaceJournal', 'releaseReserve'],
      ...['copiesFolder', 'chooseCopiesFolder', 'forgetCopiesFolder', 'listCopies', 'readCopy', 'writeCopy', 'removeCopy'],
    ]);
    expect(bridge.version).toBe('1.2.3');
  });

  it('sends the named fields alone', async () => {
    const { bridge, sent } = await preload();
    await bridge.saveFile({ name: 'a', text: 'b', path: '/etc/passwd' } as { name: string; text: string });
    await bridge.openFile({ accept: ['.json'] });
    await bridge.copyText('c');
    const bytes = new Uint8Array([1]);
    await bridge.writeJournal({ at: 0, bytes, path: '/etc/passwd' } as { at: number; bytes: Uint8Array });
    await bridge.writeCopy({ name: 'a', bytes, path: '/etc/passwd' } as { name: string; bytes: Uint8Array });
    expect(sent).toEqual([
      ['hornbook:save-file', { name: 'a', text: 'b' }],
      ['hornbook:open-file', { accept: ['.json'] }],
      ['hornbook:copy-text', 'c'],
      ['hornbook:journal-write', { at: 0, bytes }],
      ['hornbook:copies-write', { name: 'a', bytes }],
    ]);
  });
});
