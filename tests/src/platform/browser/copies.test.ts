import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createChosenFolder } from '../../../../src/platform/browser/chosen-folder.ts';
import { createBrowserCopies } from '../../../../src/platform/browser/copies.ts';
import { createCopyFolder } from '../../../../src/platform/browser/copy-folder.ts';
import { createFolderNote, type FolderNote } from '../../../../src/platform/browser/folder-note.ts';
import { createFakeDirectory } from './fake-directory.ts';

const text = (content: string): Blob => new Blob([content]);

describe('a folder of copies', () => {
  const setUp = () => {
    const fake = createFakeDirectory();
    return { fake, folder: createCopyFolder(() => Promise.resolve(fake.handle)) };
  };

  it('lists, writes, reads and removes files, and leaves folders within alone', async () => {
    const { folder } = setUp();
    expect((await folder.write('a', text('one'))).ok).toBe(true);
    expect(await folder.list()).toEqual([{ name: 'a', bytes: 3 }]);
    expect(await (await folder.read('a'))?.text()).toBe('one');
    await folder.remove('a');
    await folder.remove('a');
    expect(await folder.read('a')).toBeNull();
  });

  it('leaves nothing of a write that did not fit, and an earlier file of that name as it was', async () => {
    const { fake, folder } = setUp();
    await folder.write('old', text('whole'));
    fake.stop = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    expect(await folder.write('new', text('lost'))).toEqual({ ok: false, error: { type: 'CopyFull' } });
    expect(await folder.write('old', text('lost'))).toEqual({ ok: false, error: { type: 'CopyFull' } });
    expect([...fake.files.keys()]).toEqual(['old']);
    expect(await (await folder.read('old'))?.text()).toBe('whole');
  });

  it('that is gone says so', async () => {
    const folder = createCopyFolder(() => Promise.reject(new Error('unplugged')));
    expect(await folder.write('a', text(''))).toEqual({ ok: false, error: { type: 'CopyUnavailable', reason: 'Error: unplugged' } });
    await expect(folder.list()).rejects.toThrow('unplugged');
  });
});

describe('a chosen folder', () => {
  const setUp = () => {
    const fake = createFakeDirectory();
    const kept: { handle: FileSystemDirectoryHandle | null } = { handle: null };
    const note: FolderNote = { get: () => Promise.resolve(kept.handle), set: (handle) => Promise.resolve(void (kept.handle = handle)) };
    return { fake, note, kept, chosen: createChosenFolder(() => Promise.resolve(fake.handle), note) };
  };

  it('is none until one is chosen, and none again once forgotten', async () => {
    const { chosen } = setUp();
    expect(await chosen.where()).toEqual({ state: 'none' });
    expect(await chosen.choose()).toMatchObject({ ok: true, value: { state: 'open', name: 'Safe' } });
    expect(await chosen.where()).toMatchObject({ state: 'open' });
    await chosen.forget();
    expect(await chosen.where()).toEqual({ state: 'none' });
  });

  it('is locked while its permission has lapsed, until the learner allows it again', async () => {
    const { chosen, fake } = setUp();
    await chosen.choose();
    fake.permission = 'prompt';
    expect(await chosen.where()).toEqual({ state: 'locked', name: 'Safe' });
    expect(await chosen.allow()).toMatchObject({ state: 'open' });
  });

  it('stays as it was when the learner cancels, or the note cannot be read', async () => {
    const { note, kept } = setUp();
    const cancelled = createChosenFolder(() => Promise.reject(Object.assign(new Error(), { name: 'AbortError' })), note);
    expect(await cancelled.choose()).toEqual({ ok: false, error: { type: 'Cancelled' } });
    expect(kept.handle).toBeNull();
    const broken = createChosenFolder(() => Promise.reject(new Error('no')), { ...note, get: () => Promise.reject(new Error('damaged')) });
    expect(await broken.where()).toEqual({ state: 'none' });
    expect(await broken.choose()).toMatchObject({ ok: false, error: { type: 'CopyUnavailable' } });
  });
});

describe('the note of the chosen folder', () => {
  it('lasts over starts, in a database of its own', async () => {
    const factory = new IDBFactory();
    const note = createFolderNote(factory);
    expect(await note.get()).toBeNull();
    // Any plain object: fake-indexeddb knows no handles.
    await note.set({ name: 'Safe' } as FileSystemDirectoryHandle);
    expect(await createFolderNote(factory).get()).toEqual({ name: 'Safe' });
    await note.set(null);
    expect(await note.get()).toBeNull();
    expect((await factory.databases()).map(({ name }) => name)).toEqual(['hornbook-folder']);
  });
});

describe('a browser', () => {
  const indexedDB = new IDBFactory();
  const root = createFakeDirectory('root');
  const storage = { getDirectory: () => Promise.resolve(root.handle) };

  it('without OPFS, or where a page may not write whole files to it, has no place of its own for copies', () => {
    expect(createBrowserCopies({ indexedDB, navigator: {} })).toEqual({ own: null, chosen: null });
    expect(createBrowserCopies({ indexedDB, navigator: { storage }, FileSystemFileHandle: { prototype: {} } }).own).toBeNull();
  });

  it('with both has both', () => {
    const scope = { indexedDB, navigator: { storage }, FileSystemFileHandle: { prototype: { createWritable: () => undefined } } };
    expect(createBrowserCopies(scope).own).not.toBeNull();
    expect(createBrowserCopies({ ...scope, showDirectoryPicker: () => Promise.resolve(root.handle) }).chosen).not.toBeNull();
  });
});
