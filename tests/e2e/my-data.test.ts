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

  it('says whether the browser keeps the data, and asks it to', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await restore(page, await halfWay('Amina'));
    await goTo(page, '#/data');
    await page.getByRole('button', { name: t('data.askToKeep') }).click();
    const answers = (['kept', 'evictable', 'unknown'] as const).map((persistence) => t('data.answer', { persistence }));
    await expect.poll(async () => answers.includes((await page.getByRole('status').allInnerTexts()).join(''))).toBe(true);
  });
});

async function erase(page: Page, what: string): Promise<void> {
  await goTo(page, '#/data');
  await page.getByRole('button', { name: t('data.eraseWhat', { what }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('data.eraseVerb') }).click();
}
