import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Exercise } from '../../db/models/exercise.ts';
import { t } from '../../src/i18n/text.ts';
import { inBrowser, launch, temporaryFolder } from './browser.ts';
import { buildApp, DIST, replaceBuild } from './build.ts';
import { bundledCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { openExercise, option, primary, writeCode } from './player.ts';
import { serve } from './serve.ts';
import { exportBackup, goTo, readBackup } from './storage.ts';
import { untilOffline, visit } from './visit.ts';

const NEXT = '9.9.9';

inBrowser('an update', () => {
  let browser: Browser;
  /** The same app under another version number. */
  const next = mkdtempSync(join(tmpdir(), 'hornbook-next-'));
  beforeAll(async () => {
    browser = await launch();
    await buildApp(next, NEXT);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(next, { recursive: true, force: true });
  });

  it('waits while anything is unsaved in any tab, asks, and then comes in', async () => {
    const site = siteOfNow();
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
    await lookForUpdate(page);
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

  it('waits for a check that runs in another tab, and breaks it not off', async () => {
    const site = siteOfNow();
    const server = await serve(site);
    const { page, newTab } = await visit(browser, server.url);
    await untilOffline(page);
    await begin(page, 'Amina');
    await mark(page);
    const checking = await newTab();
    await mark(checking);
    await openExercise(checking, code.lessonId, code.id);
    await writeCode(checking, 'while (true) {}');
    await checking.getByText(t('player.saved'), { exact: true }).waitFor();

    replaceBuild(site, next);
    await lookForUpdate(page);
    await page.getByText(t('common.updateReady')).first().waitFor();
    await primary(checking).click();
    await checking.locator('[data-primary][data-action=stop]').waitFor();
    await page.getByRole('button', { name: t('common.updateNow') }).click();
    await page.getByText(t('common.updateWaits')).first().waitFor();
    expect([await isMarked(page), await isMarked(checking)]).toEqual([true, true]);

    await checking.locator('[data-primary]:not([data-action=stop])').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: t('common.updateNow') }).click();
    for (const tab of [page, checking]) await expect.poll(() => isMarked(tab).catch(() => true), { timeout: 20_000 }).toBe(false);
    const { exerciseAttempts = [] } = readBackup(await exportBackup(page)).tables;
    expect(exerciseAttempts).toMatchObject([{ exerciseId: code.id }]);
    await server.stop();
  });

  it('that is not whole leaves the version in use as it is, with a network and without', async () => {
    const site = siteOfNow();
    const server = await serve(site);
    const { page } = await visit(browser, server.url);
    await untilOffline(page);
    await begin(page, 'Amina');

    replaceBuild(site, next);
    const assets = join(site, 'assets');
    for (const name of readdirSync(assets).filter((one) => one.startsWith('submit-answer-'))) rmSync(join(assets, name));
    expect(await lookForUpdate(page)).toBe('redundant');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Amina' }).waitFor();
    expect(await page.getByText(t('common.updateReady')).count()).toBe(0);
    await server.stop();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Amina' }).waitFor();
    await goTo(page, '#/settings');
    expect(await page.getByText(NEXT).count()).toBe(0);
    await openExercise(page, code.lessonId, code.id);
  });
});

const codeExercise = bundledCourses()
  .flatMap((course) => course.exercises as readonly Exercise[])
  .find((one) => one.type === 'CODE_COMPLETION' && one.language === 'javascript');
if (codeExercise === undefined) throw new Error('No bundled course has JavaScript to write');
const code = codeExercise;

/** The app of now, as a host serves it until it is replaced. */
function siteOfNow(): string {
  const site = join(temporaryFolder(), 'site');
  cpSync(DIST, site, { recursive: true });
  return site;
}

/** Has the browser look for a new version; gives what became of it once it is installed or was given up. */
function lookForUpdate(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (worker === null) return 'none';
    while (worker.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 50));
    return worker.state;
  });
}

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
