import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser, launch, temporaryFolder } from './browser.ts';
import { buildApp, DIST, replaceBuild } from './build.ts';
import { bundledCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { openExercise, option } from './player.ts';
import { serve } from './serve.ts';
import { goTo } from './storage.ts';
import { untilOffline, visit } from './visit.ts';

const NEXT = '9.9.9';

inBrowser('an update', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('waits while anything is unsaved in any tab, asks, and then comes in', async () => {
    const folder = temporaryFolder();
    const [site, next] = [join(folder, 'site'), join(folder, 'next')];
    cpSync(DIST, site, { recursive: true });
    await buildApp(next, NEXT);
    const server = await serve(site);
    const { page, newTab } = await visit(browser, server.url);
    await untilOffline(page);
    await begin(page, 'Amina');
    await mark(page);
    const writing = await newTab();
    await mark(writing);
    const [exercise] = bundledCourses()[0]?.exercises ?? [];
    if (exercise?.type !== 'MULTIPLE_CHOICE') throw new Error('the course has changed');
    await openExercise(writing, exercise.lessonId, exercise.id);

    replaceBuild(site, next);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await page.getByText(t('common.updateReady')).first().waitFor();
    await writing.getByText(t('common.updateReady')).first().waitFor();

    const other = await newTab('headers.json');
    await other.evaluate(holdDrafts);
    await option(writing, exercise.answerKey.optionId).check({ force: true });
    await writing.getByText(t('player.saving'), { exact: true }).waitFor();
    await page.bringToFront();
    await page.getByRole('button', { name: t('common.updateNow') }).click();
    await page.getByText(t('common.updateWaits')).first().waitFor();
    expect([await isMarked(page), await isMarked(writing)]).toEqual([true, true]);

    await other.close();
    await writing.getByText(t('player.saved'), { exact: true }).waitFor();
    expect(await isMarked(page)).toBe(true);
    await page.getByRole('button', { name: t('common.updateNow') }).click();
    for (const tab of [page, writing]) await expect.poll(() => isMarked(tab).catch(() => true), { timeout: 20_000 }).toBe(false);
    await goTo(page, '#/settings');
    await page.getByText(NEXT).waitFor();
    await expect.poll(() => option(writing, exercise.answerKey.optionId).isChecked()).toBe(true);
    await server.stop();
  });
});

/** A mark that a reload wipes away. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(window, { isTheSamePage: true }));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'isTheSamePage' in window);

/** Keeps every write to the drafts waiting for as long as this page lives: a transaction that never runs dry. */
function holdDrafts(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('hornbook');
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onsuccess = () => {
      const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
      const again = (): void => {
        drafts.count().onsuccess = again;
      };
      again();
      resolve();
    };
  });
}
