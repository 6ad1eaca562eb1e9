import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { JournalDone, JournalRead } from '../../electron/bridge.ts';
import { createDesktopJournal } from '../../src/platform/journal/desktop-journal.ts';
import { createElectron } from './stand-in.ts';

type World = ReturnType<typeof createElectron>;

/** Runs main.ts anew against a stand-in of Electron, up to `ready`. */
async function start(prepare: (world: World) => void = () => undefined): Promise<World> {
  const world = createElectron();
  prepare(world);
  vi.resetModules();
  vi.doMock('electron', () => world.electron);
  await import('../../electron/main.ts');
  await world.becomeReady();
  return world;
}

/** A page that someone opened; `emit` answers whether it was stopped. */
function openContents({ app }: World) {
  let windowOpen: (() => { action: string }) | null = null;
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: (handler: typeof windowOpen) => (windowOpen = handler) });
  app.emit('web-contents-created', {}, contents);
  const isStopped = (event: string, url: string): boolean => {
    const preventDefault = vi.fn();
    contents.emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { isStopped, openWindow: () => windowOpen?.() };
}

describe('the desktop app', () => {
  let world: World;
  beforeEach(async () => {
    world = await start();
  });

  it('makes its scheme an origin before Electron is ready', () => {
    expect(world.log.slice(0, 3)).toEqual([
      'privileged [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true,"codeCache":true}}]',
      'sandbox',
      'ready',
    ]);
  });

  it('opens one sandboxed window on its own page, and shows it when it is ready', () => {
    const [window, ...more] = world.windows;
    expect(more).toEqual([]);
    expect(window?.loaded).toEqual(['app://hornbook/']);
    expect(window?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      additionalArguments: ['--hornbook-version=1.2.3'],
    });
    expect(window?.options.webPreferences.preload).toMatch(/preload\.cjs$/);
    expect(window?.isShown).toBe(false);
    window?.emit('ready-to-show');
    expect(window?.isShown).toBe(true);
  });

  it('answers its scheme, and refuses any other host there', async () => {
    const answer = world.schemes.get('app');
    expect([...world.schemes.keys()]).toEqual(['app']);
    // Whatever is built here: without a build it serves nothing, with one it refuses.
    const response = await answer?.(new Request('app://evil/')).catch(() => null);
    expect([403, undefined]).toContain(response?.status);
  });

  it('lets no page navigate away, redirect, open a window or embed one', () => {
    const { isStopped, openWindow } = openContents(world);
    expect(isStopped('will-navigate', 'https://evil.example/')).toBe(true);
    expect(isStopped('will-navigate', 'app://hornbook/#/library')).toBe(false);
    expect(isStopped('will-navigate', 'app://hornbook/?preview=here')).toBe(false);
    expect(isStopped('will-frame-navigate', 'https://evil.example/')).toBe(true);
    expect(isStopped('will-frame-navigate', 'about:srcdoc')).toBe(false);
    expect(isStopped('will-redirect', 'app://hornbook/')).toBe(true);
    expect(isStopped('will-attach-webview', '')).toBe(true);
    expect(openWindow()).toEqual({ action: 'deny' });
  });

  it('grants no permission and no device', () => {
    const granted: boolean[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal']) {
      world.guards.request?.(null, permission, (isGranted) => granted.push(isGranted));
    }
    expect(granted).toEqual([false, false, false, false, false, false]);
    expect([world.guards.check?.(), world.guards.device?.()]).toEqual([false, false]);
  });

  it('stops every request that would leave the machine', () => {
    const isCancelled = (url: string): boolean | undefined => {
      let cancelled: boolean | undefined;
      world.guards.before?.({ url }, ({ cancel }) => (cancelled = cancel));
      return cancelled;
    };
    expect(isCancelled('https://example.org/')).toBe(true);
    expect(isCancelled('app://hornbook/index.html')).toBe(false);
  });

  it('opens the bridge', () => {
    expect([...world.handlers.keys()].slice(0, 3)).toEqual(['hornbook:save-file', 'hornbook:open-file', 'hornbook:copy-text']);
  });

  it('keeps the journal beside the profile’s database, for its own page alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { handlers } = await start(({ app }) => (app.userData = folder));
    const call = (url: string, channel: string, value: unknown): unknown =>
      (handlers.get(channel) as (event: unknown, value: unknown) => unknown)({ senderFrame: { url, parent: null } }, value);
    const journal = createDesktopJournal({
      readJournal: async () => (await call('app://hornbook/', 'hornbook:journal-read', null)) as JournalRead,
      writeJournal: async (request) => (await call('app://hornbook/', 'hornbook:journal-write', request)) as JournalDone,
      replaceJournal: async (bytes) => (await call('app://hornbook/', 'hornbook:journal-replace', bytes)) as JournalDone,
      releaseReserve: async () => (await call('app://hornbook/', 'hornbook:journal-release', null)) as boolean,
    });
    expect(await journal.append(['an answer'])).toEqual({ ok: true, value: null });
    expect(readdirSync(folder).sort()).toEqual(['journal.log', 'journal.reserve']);
    expect((await journal.read()).lines).toEqual(['an answer']);
    expect(() => call('https://evil.example/', 'hornbook:journal-read', null)).toThrow('not this app');
  });

  it('remembers the folder for copies beside the profile’s database, and writes to it for its own page alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const safe = mkdtempSync(join(folder, 'safe-'));
    const { handlers } = await start(({ app, dialog }) => {
      app.userData = folder;
      dialog.picked = safe;
    });
    const call = (url: string, channel: string, value: unknown): unknown =>
      (handlers.get(channel) as (event: unknown, value: unknown) => unknown)({ senderFrame: { url, parent: null } }, value);
    expect(await call('app://hornbook/', 'hornbook:copies-choose', null)).toEqual({ type: 'Taken', name: basename(safe) });
    const name = 'hornbook-copy-2026-11-22-1742-1a2b3c.json';
    const copy = { name, bytes: new Uint8Array([123, 125]) };
    expect(await call('app://hornbook/', 'hornbook:copies-write', copy)).toEqual({ type: 'Done' });
    expect([readdirSync(folder).sort(), readdirSync(safe)]).toEqual([['copies-folder.json', basename(safe)], [name]]);
    expect(() => call('https://evil.example/', 'hornbook:copies-list', null)).toThrow('not this app');
  });

  it('shows its window when it is started a second time', () => {
    world.app.emit('second-instance');
    expect(world.log.slice(-2)).toEqual(['restore', 'focus']);
    expect(world.windows).toHaveLength(1);
  });

  it('opens the window anew once it was closed', () => {
    world.windows[0]?.emit('closed');
    world.app.emit('activate');
    expect(world.windows).toHaveLength(2);
  });

  it('leaves at once when another one runs', async () => {
    const second = await start(({ app }) => (app.hasLock = false));
    expect(second.log).toContain('quit');
    expect(second.windows).toEqual([]);
  });
});
