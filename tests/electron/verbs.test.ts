import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCopies } from '../../electron/copies.ts';
import { createJournalFile } from '../../electron/journal-file.ts';
import { createVerbs, plainName } from '../../electron/verbs.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'verbs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A learner who picks `path`, or cancels. */
function setUp(path: string | null) {
  const asked: (SaveDialogOptions | OpenDialogOptions)[] = [];
  const canceled = path === null;
  const dialog = {
    showSaveDialog: (_: unknown, options?: SaveDialogOptions) => Promise.resolve({ canceled, filePath: path ?? '', asked: asked.push(options ?? {}) }),
    showOpenDialog: (_: unknown, options?: OpenDialogOptions) =>
      Promise.resolve({ canceled, filePaths: path === null ? [] : [path], asked: asked.push(options ?? {}) }),
  };
  const verbs = createVerbs({
    dialog,
    clipboard: { writeText: () => Promise.resolve() },
    window: () => null as unknown as BrowserWindow,
    journal: createJournalFile(folder),
    copies: createCopies(folder),
  });
  return { asked, save: verbs['hornbook:save-file'].run, open: verbs['hornbook:open-file'].run, choose: verbs['hornbook:copies-choose'].run };
}

describe('saving a file', () => {
  it('writes where the learner says, and leaves nothing beside it', async () => {
    const { save, asked } = setUp(join(folder, 'mine.json'));
    expect(await save({ name: '../../etc/backup.json', text: '{"é":1}' })).toEqual({ type: 'Saved' });
    expect(readdirSync(folder)).toEqual(['mine.json']);
    expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe('{"é":1}');
    expect(asked).toEqual([{ defaultPath: 'backup.json' }]);
  });

  it('says that it was cancelled, or why it could not', async () => {
    expect(await setUp(null).save({ name: 'a.json', text: '' })).toEqual({ type: 'Cancelled' });
    const outcome = await setUp(join(folder, 'no/such/folder.json')).save({ name: 'a.json', text: '' });
    expect(outcome).toMatchObject({ type: 'SaveFailed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the old file whole when the new one cannot take its place', async () => {
    const target = join(folder, 'taken');
    mkdtempSync(`${target}-`);
    const taken = readdirSync(folder)[0] ?? '';
    expect(await setUp(join(folder, taken)).save({ name: 'a', text: 'x' })).toMatchObject({ type: 'SaveFailed' });
    expect(readdirSync(folder)).toEqual([taken]);
  });

  it.each([
    ['backup.json', 'backup.json'],
    ['../up.json', 'up.json'],
    ['C:\\x\\up.json', 'up.json'],
    ['.bashrc', 'bashrc'],
    ['a:b?.json', 'a-b-.json'],
    ['', 'hornbook.json'],
    ['..', 'hornbook.json'],
  ])('proposes for %j the name %j', (name, proposed) => {
    expect(plainName(name)).toBe(proposed);
  });
});

describe('opening a file', () => {
  it('reads what the learner picks, among the endings asked for', async () => {
    writeFileSync(join(folder, 'b.json'), '{"é":1}');
    const { open, asked } = setUp(join(folder, 'b.json'));
    expect(await open({ accept: ['.json'] })).toEqual({ type: 'Opened', name: 'b.json', text: '{"é":1}' });
    expect(asked).toEqual([{ properties: ['openFile'], filters: [{ name: 'json', extensions: ['json'] }] }]);
  });

  it('says that it was cancelled', async () => {
    expect(await setUp(null).open({ accept: [] })).toEqual({ type: 'Cancelled' });
  });
});

describe('choosing a folder for copies', () => {
  it('asks for a folder, and tells its name alone', async () => {
    const { choose, asked } = setUp(folder);
    expect(await choose(null)).toEqual({ type: 'Taken', name: basename(folder) });
    expect(asked).toEqual([{ properties: ['openDirectory', 'createDirectory'] }]);
  });

  it('says that it was cancelled', async () => {
    expect(await setUp(null).choose(null)).toEqual({ type: 'Cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
