import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createChosenFolder } from '../../../src/platform/browser/chosen-folder.ts';
import type { FolderNote } from '../../../src/platform/browser/folder-note.ts';
import type { ChosenFolder, CopyFolder } from '../../../src/platform/copies.ts';
import { createDesktopFolder } from '../../../src/platform/desktop/desktop-copies.ts';
import { startBridge } from '../../electron/desktop-bridge.ts';
import { createFailingDisk } from '../../electron/failing-disk.ts';
import { createFakeDirectory } from './browser/fake-directory.ts';

/** A learner with a folder `Safe`, in which lies a file of their own, `mine.txt`. */
interface World {
  /** The app's next start. */
  start(): Promise<ChosenFolder>;
  /** From now on the learner cancels the dialog. */
  cancel(): void;
  fillDisk(): void;
  /** The folder goes, as with a disk that is unplugged. */
  unplug(): void;
  /** What lies there, in order of names. */
  names(): string[];
  text(name: string): Promise<string>;
}

function inBrowser(): Promise<World> {
  const fake = createFakeDirectory('Safe');
  fake.files.set('mine.txt', new Blob(['mine']));
  let isCancelled = false;
  const kept: { handle: FileSystemDirectoryHandle | null } = { handle: null };
  const note: FolderNote = { get: () => Promise.resolve(kept.handle), set: (handle) => Promise.resolve(void (kept.handle = handle)) };
  const named = (name: string): Error => Object.assign(new Error(name), { name });
  const pick = () => (isCancelled ? Promise.reject(named('AbortError')) : Promise.resolve(fake.handle));
  return Promise.resolve({
    start: () => Promise.resolve(createChosenFolder(pick, note)),
    cancel: () => void (isCancelled = true),
    fillDisk: () => void (fake.stop = named('QuotaExceededError')),
    unplug() {
      const gone = () => Promise.reject(named('NotFoundError'));
      const values = () => ({ [Symbol.asyncIterator]: () => ({ next: gone }) });
      Object.assign(fake.handle, { values, getFileHandle: gone, removeEntry: gone });
    },
    names: () => [...fake.files.keys()].sort(),
    text: (name) => fake.files.get(name)?.text() ?? Promise.reject(new Error('not there')),
  });
}

function onDesktop(): Promise<World> {
  const around = mkdtempSync(join(tmpdir(), 'copies-'));
  onTestFinished(() => rmSync(around, { recursive: true }));
  const [userData, safe] = [join(around, 'profile'), join(around, 'Safe')];
  mkdirSync(userData);
  mkdirSync(safe);
  writeFileSync(join(safe, 'mine.txt'), 'mine');
  let picked: string | null = safe;
  const disk = createFailingDisk();
  return Promise.resolve({
    start: async () => createDesktopFolder(await startBridge({ userData, disk, pick: () => picked })),
    cancel: () => void (picked = null),
    fillDisk: () => void (disk.fails = (operation) => (operation === 'write' ? 'ENOSPC' : null)),
    unplug: () => rmSync(safe, { recursive: true }),
    names: () => readdirSync(safe).sort(),
    text: (name) => Promise.resolve(readFileSync(join(safe, name), 'utf8')),
  });
}

const FIRST = 'hornbook-copy-2026-11-22-1742-1a2b3c.json';
const SECOND = 'hornbook-copy-2026-11-22-1812-1a2b3c.json';

const openIn = async (chosen: ChosenFolder): Promise<CopyFolder> => {
  const place = await chosen.where();
  if (place.state !== 'open') throw new Error(place.state);
  return place.folder;
};

describe.each([
  ['in a browser', inBrowser],
  ['on the desktop', onDesktop],
])('a folder that the learner chooses %s', (_, createWorld) => {
  const setUp = async () => {
    const world = await createWorld();
    const chosen = await world.start();
    return { world, chosen };
  };
  const setUpChosen = async () => {
    const { world, chosen } = await setUp();
    await chosen.choose();
    return { world, chosen, folder: await openIn(chosen) };
  };

  it('is none until one is chosen, and then the same at the next start', async () => {
    const { world, chosen } = await setUp();
    expect([await chosen.where(), await chosen.allow()]).toEqual([{ state: 'none' }, { state: 'none' }]);
    expect(await chosen.choose()).toMatchObject({ ok: true, value: { state: 'open', name: 'Safe' } });
    expect(world.names()).toEqual(['mine.txt']);
    const next = await world.start();
    expect(await next.where()).toMatchObject({ state: 'open', name: 'Safe' });
    expect(await next.allow()).toMatchObject({ state: 'open', name: 'Safe' });
  });

  it('stays what it was when the learner cancels', async () => {
    const { world, chosen } = await setUp();
    await chosen.choose();
    world.cancel();
    expect(await chosen.choose()).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(await (await world.start()).where()).toMatchObject({ state: 'open', name: 'Safe' });
  });

  it('is none again once forgotten, and what lies there stays', async () => {
    const { world, chosen, folder } = await setUpChosen();
    await folder.write(FIRST, new Blob(['{}']));
    await chosen.forget();
    await chosen.forget();
    expect(await chosen.where()).toEqual({ state: 'none' });
    expect(await (await world.start()).where()).toEqual({ state: 'none' });
    expect(world.names()).toEqual([FIRST, 'mine.txt']);
  });

  it('takes copies, tells their sizes, gives them back and removes them', async () => {
    const { world, folder } = await setUpChosen();
    const content = '{"é":1}';
    expect(await folder.write(FIRST, new Blob([content]))).toEqual({ ok: true, value: null });
    expect(await folder.write(SECOND, new Blob(['']))).toEqual({ ok: true, value: null });
    expect((await folder.list()).filter(({ name }) => name !== 'mine.txt').sort((a, b) => b.bytes - a.bytes)).toEqual([
      { name: FIRST, bytes: 8 },
      { name: SECOND, bytes: 0 },
    ]);
    expect(await world.text(FIRST)).toBe(content);
    expect(await (await (await openIn(await world.start())).read(FIRST))?.text()).toBe(content);
    await folder.remove(FIRST);
    await folder.remove(FIRST);
    expect(await folder.read(FIRST)).toBeNull();
    expect(world.names()).toEqual([SECOND, 'mine.txt']);
  });

  it('has the newer of two copies of one name', async () => {
    const { world, folder } = await setUpChosen();
    await folder.write(FIRST, new Blob(['the longer, older one']));
    await folder.write(FIRST, new Blob(['newer']));
    expect(await world.text(FIRST)).toBe('newer');
    expect(world.names()).toEqual([FIRST, 'mine.txt']);
  });

  it('on a full disk says so, keeps the earlier copy whole and leaves no half of one', async () => {
    const { world, folder } = await setUpChosen();
    await folder.write(FIRST, new Blob(['whole']));
    world.fillDisk();
    expect(await folder.write(FIRST, new Blob(['lost']))).toEqual({ ok: false, error: { type: 'CopyFull' } });
    expect(await folder.write(SECOND, new Blob(['lost']))).toEqual({ ok: false, error: { type: 'CopyFull' } });
    expect(world.names()).toEqual([FIRST, 'mine.txt']);
    expect(await world.text(FIRST)).toBe('whole');
    expect(await (await folder.read(FIRST))?.text()).toBe('whole');
  });

  it('that is gone is told when it is used, and is still the chosen one', async () => {
    const { world, chosen, folder } = await setUpChosen();
    await folder.write(FIRST, new Blob(['x']));
    world.unplug();
    expect(await folder.write(SECOND, new Blob(['x']))).toMatchObject({ ok: false, error: { type: 'CopyUnavailable' } });
    await expect(folder.list()).rejects.toThrow();
    expect(await folder.read(FIRST)).toBeNull();
    await folder.remove(FIRST);
    expect(await chosen.where()).toMatchObject({ state: 'open', name: 'Safe' });
  });
});
