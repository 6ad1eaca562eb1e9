import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { CHOICE, courseFiles, LESSON, lessonWith } from '../src/packs/source/course-files.ts';
import { axeFindings } from './axe.ts';
import { inBrowser, temporaryFolder } from './browser.ts';
import { begin } from './first-run.ts';
import { inCourse, mistakenPack, teaPack } from './packs.ts';
import { check, choose, heading, option } from './player.ts';
import { goTo } from './storage.ts';
import { expectQuiet, untilOffline, useApp, visit } from './visit.ts';

const GOOD = courseFiles(lessonWith(CHOICE));
const lesson = (from: string, to: string): string => (GOOD[LESSON] ?? '').replace(from, to);
const MISSPELT = lesson('why: It is not.', 'whi: It is not.');

inBrowser('the author’s preview in the app', () => {
  const app = useApp();

  it('opens a folder with no network, tells all that is to mend, shows it once it is, and touches nothing of the learner’s', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page, context } = visited;
    // As in a browser without the picker of folders.
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
    await begin(page, 'Amina');
    await untilOffline(page);
    await context.setOffline(true);
    await goTo(page, '#/add');
    await page.getByRole('link', { name: t('add.preview') }).click();
    await page.getByRole('heading', { level: 1, name: t('preview.open') }).waitFor();
    const before = await kept(page);
    expect(JSON.stringify(before)).toContain('Amina');

    const folder = folderWith({ ...GOOD, [LESSON]: MISSPELT, '.git/config': 'x', 'node_modules/a/b.md': 'x', 'lessons/020-more/lesson.md': 'x' });
    await page.getByLabel(t('preview.openFolder')).setInputFiles(folder.path);
    // Its heading has the focus: what was pressed has moved.
    await page.locator(':focus', { hasText: t('preview.findings', { count: 3 }) }).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'Line ' }).filter({ hasNot: page.getByRole('list') }).allInnerTexts()).toEqual([
      expect.stringMatching(/^Line 15\s+options\[1\]\.why\s*Expected the reason why it is right or wrong; found nothing\.$/),
      expect.stringMatching(/^Line 15\s+options\[1\]\.whi\s*Expected a known field \(did you mean why\?\); found whi\.$/),
      expect.stringMatching(/^Line 1\s+Expected only the lesson\.md of each lesson named in course\.yaml; found a file nothing reads\.$/),
    ]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await axeFindings(page)).toEqual([]);

    await drop(page, folderWith(GOOD).path);
    await page.locator('h1:focus', { hasText: 'Tea' }).waitFor();
    await page.getByText(stripOf('Tea', '1.2.3')).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    await heading(page, 1, 1).waitFor();
    await choose(page, 'green');
    await check(page);
    await page.getByText(t('player.rightLead'), { exact: true }).waitFor();

    expect(await kept(page)).toEqual(before);
    await page.getByRole('link', { name: t('preview.back') }).click();
    await page.getByRole('heading', { level: 1, name: 'Amina' }).waitFor();
    expectQuiet(visited);
  });

  it('minds the folder that was picked, keeps the last good version, and gives way to a pack', async () => {
    const visited = await visit(app.browser, `${app.server.url}?preview=here`);
    const { page } = visited;
    await writeHere(page, GOOD);
    await page.addInitScript(() => {
      const pick = async (): Promise<FileSystemDirectoryHandle> => (await navigator.storage.getDirectory()).getDirectoryHandle('my-tea');
      Object.assign(window, { showDirectoryPicker: pick });
    });
    await page.reload();
    await page.getByRole('button', { name: t('preview.openFolder') }).click();
    await page.getByRole('heading', { level: 1, name: 'Tea' }).waitFor();
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    await choose(page, 'black');
    await writeHere(page, { [LESSON]: lesson('Which?', 'Which one?') });
    await page.getByText('Which one?').waitFor();
    expect(await option(page, 'black').isChecked()).toBe(true);

    await writeHere(page, { [LESSON]: MISSPELT.replace('Which?', 'Which now?') });
    const list = page.getByRole('region', { name: t('preview.findings', { count: 2 }) });
    await list.getByText(/did you mean/).waitFor();
    expect(await page.getByText('Which one?').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    const count = page.getByRole('button', { name: t('preview.count', { count: 2 }) });
    await page.getByRole('button', { name: t('preview.hide') }).click();
    await list.waitFor({ state: 'detached' });
    await count.click();
    await list.waitFor();
    await choose(page, 'green');
    await check(page);
    await page.getByText(t('player.rightLead'), { exact: true }).waitFor();

    await page.getByRole('link', { name: t('preview.another') }).click();
    await page.getByRole('heading', { level: 1, name: t('preview.open') }).waitFor();
    const pack = page.getByLabel(t('preview.openPack'));
    await pack.setInputFiles(await mistakenPack());
    await page.getByText('Expected a title; found an empty text.').waitFor();
    await pack.setInputFiles(await teaPack((files) => {
      inCourse('id: tea', 'id: coffee')(files);
      inCourse('title: Tea', 'title: Coffee')(files);
    }));
    await page.getByText(stripOf('Coffee', '1.2.3')).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Coffee' }).waitFor();
    // Another takes the place of the one before.
    await page.getByLabel(t('preview.again')).setInputFiles(await teaPack());
    await page.getByText(stripOf('Tea', '1.2.3')).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Tea' }).waitFor();
    await goTo(page, '#/library');
    await page.getByRole('link', { name: 'Tea' }).waitFor();
    expect(await page.getByRole('link', { name: 'Coffee' }).count()).toBe(0);
    expect(await kept(page)).toEqual({ notes: [] });
    expectQuiet(visited);
  });
});

const stripOf = (title: string, version: string): string => t('preview.strip', { title, version });

/** A course's folder on the disk. */
function folderWith(files: { readonly [path: string]: string }): { readonly path: string } {
  const path = join(temporaryFolder(), 'my-tea');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return { path };
}

/** As from the system's file manager: a folder cannot be dropped by script. */
async function drop(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await browser.send('Input.dispatchDragEvent', { type, x: 160, y: 300, data });
}

/** Saves files in a folder of the page's origin: to the app it is like one of the author's. */
const writeHere = (page: Page, files: { readonly [path: string]: string }): Promise<void> =>
  page.evaluate(async (all) => {
    for (const [file, text] of Object.entries(all)) {
      const steps = ['my-tea', ...file.split('/')];
      let place = await navigator.storage.getDirectory();
      for (const step of steps.slice(0, -1)) place = await place.getDirectoryHandle(step, { create: true });
      const writable = await (await place.getFileHandle(steps.at(-1) ?? '', { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
    }
  }, files);

/** Everything that this origin keeps outside the preview's own database: each row of each table, and the notes. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const rows: Record<string, unknown> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      if (name === 'hornbook-preview') continue;
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) rows[`${name} ${store}`] = JSON.stringify(await done(db.transaction(store).objectStore(store).getAll()));
      db.close();
    }
    return { ...rows, notes: Object.entries(localStorage) };
  });
