import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser } from './browser.ts';
import { restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { exportBackup, goTo, readBackup } from './storage.ts';
import { expectQuiet, useApp, visit } from './visit.ts';

inBrowser('my data', () => {
  const app = useApp();

  it('R5: a profile is erased, and undone until the app starts again', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, await halfWay('Amina'));
    const before = readBackup(await exportBackup(page));

    await erase(page, t('data.eraseProfile', { name: 'Amina' }));
    await page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
    await page.getByRole('button', { name: t('common.undo') }).first().click();
    await page.getByRole('navigation', { name: t('common.mainNavigation') }).waitFor();
    const after = readBackup(await exportBackup(page));
    expect(after.tables.exerciseAttempts).toEqual(before.tables.exerciseAttempts);
    expect(after.tables.progressSnapshots).toEqual(before.tables.progressSnapshots);
    expect(after.tables.drafts).toEqual(before.tables.drafts);

    await erase(page, t('data.eraseProfile', { name: 'Amina' }));
    await page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
    expect(await page.getByRole('button', { name: t('common.undo') }).count()).toBe(0);
    expectQuiet(visited);
  });

  it('R5: the history in one course is erased, and the other course stays', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, await halfWay('Amina'));
    const before = readBackup(await exportBackup(page));
    await erase(page, t('data.eraseCourse', { course: 'Python introduction' }));
    await page.getByRole('button', { name: t('common.undo') }).first().waitFor();
    const erased = readBackup(await exportBackup(page));
    const attempts = erased.tables.exerciseAttempts ?? [];
    expect(attempts.length).toBe((before.tables.exerciseAttempts?.length ?? 0) / 2);
    expect(attempts.every(({ exerciseId }) => exerciseId?.startsWith('javascript-basics:'))).toBe(true);
    await page.getByRole('button', { name: t('common.undo') }).first().click();
    await expect.poll(async () => readBackup(await exportBackup(page)).tables.exerciseAttempts).toEqual(before.tables.exerciseAttempts);
    expectQuiet(visited);
  });

  it('checks every row, makes a copy, and saves it as a file that restores', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, await halfWay('Amina'));
    const before = readBackup(await exportBackup(page));
    await page.getByRole('button', { name: t('data.checkNow') }).click();
    await expect.poll(() => said(page)).toMatch(/Checked just now: [\d,]+ rows, all sound\./);

    await page.getByRole('button', { name: t('data.copyNow') }).click();
    await expect.poll(() => said(page)).toMatch(/A copy of [\d,]+ rows is made\./);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save as a file: / }).first().click();
    const saved = readBackup(readFileSync(await (await download).path(), 'utf8'));
    for (const table of ['users', 'exerciseAttempts', 'drafts', 'progressSnapshots']) expect(saved.tables[table]).toEqual(before.tables[table]);

    await page.reload();
    await page.getByRole('button', { name: /^Save as a file: / }).waitFor();
    await page.getByRole('button', { name: /^Restore: / }).click();
    await page.getByRole('heading', { level: 1, name: t('restore.title') }).waitFor();
    await page.getByText(/^Automatic copy of /).first().waitFor();
    expectQuiet(visited);
  });

  it('copies to a folder of the learner’s too, and goes on without it', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, await halfWay('Amina'));
    // The system's dialog cannot be pressed from here; what it gives is a folder all the same.
    await page.evaluate(() => {
      const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Safe', { create: true });
      Object.assign(window, { showDirectoryPicker: pick });
    });
    await goTo(page, '#/data');
    await page.getByRole('button', { name: t('data.folderChoose') }).click();
    await page.getByText(t('data.folderOpen', { name: 'Safe' })).waitFor();
    expect(await page.getByRole('button', { name: /^Save as a file: / }).count()).toBe(2);
    await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('Safe', { recursive: true }));
    await page.getByRole('button', { name: t('data.copyNow') }).click();
    await page.getByText(t('data.folderGone', { name: 'Safe' })).waitFor();
    expect(await page.getByRole('button', { name: /^Save as a file: / }).count()).toBe(1);
    await page.getByRole('button', { name: t('data.folderForget') }).click();
    await page.getByRole('button', { name: t('data.folderChoose') }).waitFor();
    expectQuiet(visited);
  });

  it('mends what is amiss, and says first how', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, await halfWay('Amina'));
    await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('hornbook');
        request.onsuccess = () => resolve(request.result);
      });
      const store = db.transaction('progressSnapshots', 'readwrite').objectStore('progressSnapshots');
      await new Promise<void>((resolve) => {
        store.openCursor().onsuccess = ({ target }) => {
          const { result: cursor } = target as IDBRequest<IDBCursorWithValue>;
          cursor.update({ ...(cursor.value as object), completionPercentage: 100 }).onsuccess = () => resolve();
        };
      });
      db.close();
    });
    await goTo(page, '#/data');
    await page.getByRole('button', { name: t('data.checkNow') }).click();
    await page.getByText(t('data.foundRecompute', { count: 1 })).waitFor();
    await page.getByRole('button', { name: t('data.mend'), exact: true }).click();
    await page.getByRole('dialog').getByText(t('data.mendRecompute')).waitFor();
    await page.getByRole('button', { name: t('data.mendNow') }).click();
    await expect.poll(() => said(page)).toMatch(/Mended\. Checked again: /);
    expectQuiet(visited);
  });

  it('R6: takes a course out of the library and brings it back with all that was done in it', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await restore(page, await halfWay('Amina'));
    await goTo(page, '#/data');
    const course = 'Python introduction';
    await page.getByRole('button', { name: t('data.removeWhat', { course }) }).click();
    await page.getByRole('button', { name: t('data.installWhat', { course }) }).click();
    await page.getByRole('button', { name: t('data.removeWhat', { course }) }).waitFor();
    await page.getByRole('button', { name: t('data.eraseWhat', { what: t('data.eraseCourse', { course }) }) }).waitFor();
  });

  it('R5: names the automatic copies that still hold a profile, and removes them when asked to', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await restore(page, await halfWay('Amina'));
    await goTo(page, '#/data');
    await page.getByRole('button', { name: t('data.copyNow') }).click();
    await expect.poll(() => said(page)).toMatch(/A copy of [\d,]+ rows is made\./);
    const course = t('data.eraseCourse', { course: 'Python introduction' });
    await erase(page, course);
    await page.getByText(/One automatic copy still holds it: /).first().waitFor();
    await page.getByRole('button', { name: t('common.undo') }).first().click();
    await page.getByRole('button', { name: t('data.eraseWhat', { what: course }) }).click();
    await page.getByRole('switch', { name: t('data.eraseCopies', { count: 1 }) }).check();
    await page.getByRole('dialog').getByRole('button', { name: t('data.eraseVerb') }).click();
    await page.getByText(t('data.copiesNone')).waitFor();
  });

  it('says whether the browser keeps the data, and asks it to', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await restore(page, await halfWay('Amina'));
    await goTo(page, '#/data');
    await page.getByRole('button', { name: t('data.askToKeep') }).click();
    const answers = (['kept', 'evictable', 'unknown'] as const).map((persistence) => t('data.answer', { persistence }));
    await expect.poll(async () => answers.includes((await page.getByRole('status').allInnerTexts()).join(''))).toBe(true);
  });
});

/** All that is read out just now. */
const said = async (page: Page): Promise<string> => (await page.getByRole('status').allInnerTexts()).join(' ').trim();

async function erase(page: Page, what: string): Promise<void> {
  await goTo(page, '#/data');
  await page.getByRole('button', { name: t('data.eraseWhat', { what }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('data.eraseVerb') }).click();
}
