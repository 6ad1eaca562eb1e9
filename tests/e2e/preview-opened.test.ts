import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { courseFiles, LESSON, lessonWith, CHOICE } from '../src/packs/source/course-files.ts';
import { axeFindings } from './axe.ts';
import { inBrowser, temporaryFolder } from './browser.ts';

import { check, choose, heading } from './player.ts';
import { expectQuiet, useApp, visit } from './visit.ts';

/** A course's folder on the disk. */
function folderWith(files: { readonly [path: string]: string }): { readonly path: string; readonly write: (file: string, text: string) => void } {
  const path = join(temporaryFolder(), 'my-tea');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { path, write };
}

/** As in a browser without the picker of folders. */
const withoutPicker = async (page: Page): Promise<void> => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
};

inBrowser('the author’s preview in the app', () => {
  const app = useApp();

  it('opens a folder with its findings, shows it once it is mended, and keeps nothing', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await withoutPicker(page);
    await page.goto(`${app.server.url}?preview=here`);
    await page.getByRole('heading', { level: 1, name: t('preview.open') }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const good = courseFiles(lessonWith(CHOICE));
    const folder = folderWith({ ...good, [LESSON]: (good[LESSON] ?? '').replace('why: It is not.', 'whi: It is not.'), '.git/config': 'x', 'node_modules/a/b.md': 'x' });
    await page.getByLabel(t('preview.openFolder')).setInputFiles(folder.path);
    await page.getByText(/a known field \(did you mean `why`\?\)/).waitFor();
    await page.getByText(t('preview.nothingYet')).waitFor();

    folder.write(LESSON, good[LESSON] ?? '');
    await page.getByLabel(t('preview.again')).setInputFiles(folder.path);
    await page.getByRole('heading', { level: 1, name: 'Tea' }).waitFor();
    await page.getByText('Preview of Tea, version 1.2.3. Nothing that you do here is kept.').waitFor();
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    await heading(page, 1, 1).waitFor();
    await choose(page, 'green');
    await check(page);
    await page.getByText(t('player.rightLead'), { exact: true }).waitFor();
    expectQuiet(visited);
  });
});

