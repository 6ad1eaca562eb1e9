import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { t, type MessageId } from '../../src/i18n/text.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { begin } from './first-run.ts';
import { openExercise, option } from './player.ts';
import { demoCourses } from './courses.ts';
import { useApp, visit, watched } from './visit.ts';

const titled = (page: Page, title: MessageId): Promise<void> => page.getByRole('heading', { level: 1, name: t(title) }).waitFor();

/** A native version far above the app's: what a later release would leave behind. */
const NEWER = 9_990;
/** For this long Chromium goes by the free space it found before, ms. */
const SPACE_REMEMBERED = 31_000;

inBrowser('what goes wrong is said in words', () => {
  const app = useApp();

  it('a bug reaches the error screen: the report, the data’s export, and reload', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await begin(page, 'Amina');
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted by a test');
      });
    });
    await titled(page, 'problems.title');
    await page.getByText('planted by a test').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t('problems.export') }).click();
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
    await page.getByRole('button', { name: t('problems.copy') }).click();
    await page.getByRole('status').filter({ hasText: /./ }).first().waitFor();
    await page.getByRole('button', { name: t('common.reload') }).click();
    await page.getByRole('navigation', { name: t('common.mainNavigation') }).waitFor();
  });

  it('R14: data newer than the app are named, and nothing is written', async () => {
    const { page } = await visit(app.browser, `${app.server.url}headers.json`);
    await page.evaluate(upgradeFurther, NEWER);
    await page.goto(app.server.url);
    await titled(page, 'problems.newer');
    expect(await axeFindings(page)).toEqual([]);
    const [stored] = await page.evaluate(() => indexedDB.databases());
    expect(stored).toEqual({ name: 'hornbook', version: NEWER });
  });

  it('a browser without a database is refused with what helps', async () => {
    const context = await app.browser.newContext();
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    });
    const { page } = await watched(context, app.server.url);
    await titled(page, 'problems.noStorage');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('R14: a tab left behind by an upgrade can no longer write, and says so', async () => {
    const { page, newTab } = await visit(app.browser, app.server.url);
    await begin(page, 'Amina');
    const newer = await newTab('headers.json');
    await newer.evaluate(upgradeFurther, NEWER);
    await titled(page, 'problems.stale');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('a full disk is told where the answer stands, and what was typed is saved once there is room', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await begin(page, 'Amina');
    const [exercise] = demoCourses()[0]?.exercises ?? [];
    if (exercise?.type !== 'MULTIPLE_CHOICE') throw new Error('the course has changed');
    await openExercise(page, exercise.lessonId, exercise.id);
    const devtools = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await page.waitForTimeout(SPACE_REMEMBERED);
    await option(page, exercise.answerKey.optionId).check({ force: true });
    await page.getByText(t('player.notSavedFull')).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await page.getByText(t('player.saved'), { exact: true }).waitFor();
  });
});

function upgradeFurther(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('hornbook', version);
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
