import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import type { Exercise } from '../../db/models/exercise.ts';
import { t } from '../../src/i18n/text.ts';
import { inBrowser, launch, temporaryFolder } from './browser.ts';
import { buildApp, DIST, replaceBuild } from './build.ts';
import { demoCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { openExercise, option, primary, writeCode } from './player.ts';
import { serve } from './serve.ts';
import { exportBackup, goTo, readBackup } from './storage.ts';
import { untilOffline, visit } from './visit.ts';

const NOW = pkg.version;
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

  /** A learner at the app of now, which works offline; `deploy` puts another build in its place, and it is offered. */
  async function setUp() {
    const site = join(temporaryFolder(), 'site');
    cpSync(DIST, site, { recursive: true });
    const server = await serve(site);
    onTestFinished(() => server.stop());
    const { page, newTab } = await visit(browser, server.url);
    await untilOffline(page);
    await begin(page, 'Amina');
    await mark(page);
    const deploy = async (build: string): Promise<void> => {
      replaceBuild(site, build);
      expect(await lookForUpdate(page)).toBe('installed');
      await page.getByText(t('common.updateReady')).first().waitFor();
    };
    return { page, newTab, site, server, deploy };
  }

  it('waits while anything is unsaved in any tab, asks, and then comes in', async () => {
    const { page, newTab, deploy } = await setUp();
    const writing = await newTab();
    await mark(writing);
    await openExercise(writing, choice.lessonId, choice.id);

    await deploy(next);
    await writing.getByText(t('common.updateReady')).first().waitFor();

    const other = await newTab('headers.json');
    await other.evaluate(holdDrafts);
    await option(writing, choice.answerKey.optionId).check({ force: true });
    await writing.getByText(t('player.saving'), { exact: true }).waitFor();
    await page.bringToFront();
    await page.getByRole('button', { name: t('common.updateNow') }).click();
    await page.getByText(t('common.updateWaits')).first().waitFor();
    expect([await isMarked(page), await isMarked(writing)]).toEqual([true, true]);

    await other.close();
    await writing.getByText(t('player.saved'), { exact: true }).waitFor();
    expect(await isMarked(page)).toBe(true);
    await switchNow(page);
    for (const tab of [page, writing]) await untilReloaded(tab);
    expect(await versionOf(page)).toBe(NEXT);
    await expect.poll(() => option(writing, choice.answerKey.optionId).isChecked()).toBe(true);
  });

  it('waits for a check that runs in another tab, and breaks it not off', async () => {
    const { page, newTab, deploy } = await setUp();
    const checking = await newTab();
    await mark(checking);
    await openExercise(checking, code.lessonId, code.id);
    await writeCode(checking, 'while (true) {}');
    await checking.getByText(t('player.saved'), { exact: true }).waitFor();

    await deploy(next);
    await primary(checking).click();
    await checking.locator('[data-primary][data-action=stop]').waitFor();
    await page.getByRole('button', { name: t('common.updateNow') }).click();
    await page.getByText(t('common.updateWaits')).first().waitFor();
    expect([await isMarked(page), await isMarked(checking)]).toEqual([true, true]);

    await checking.locator('[data-primary]:not([data-action=stop])').waitFor({ timeout: 60_000 });
    await switchNow(page);
    for (const tab of [page, checking]) await untilReloaded(tab);
    const { exerciseAttempts = [] } = readBackup(await exportBackup(page)).tables;
    expect(exerciseAttempts).toMatchObject([{ exerciseId: code.id }]);
  });

  it('that is not whole leaves the version in use as it is, with a network and without', async () => {
    const { page, site, server } = await setUp();
    replaceBuild(site, next);
    const assets = join(site, 'assets');
    for (const name of readdirSync(assets).filter((one) => one.startsWith('submit-answer-'))) rmSync(join(assets, name));
    expect(await lookForUpdate(page)).toBe('redundant');
    await page.reload();
    await home(page).waitFor();
    expect(await page.getByText(t('common.updateReady')).count()).toBe(0);
    await server.stop();
    await page.reload();
    await home(page).waitFor();
    expect(await versionOf(page)).toBe(NOW);
    await openExercise(page, code.lessonId, code.id);
  });

  it('that does not start is undone in every tab by itself, and told once; a later one that starts takes its place', async () => {
    const { page, newTab, site, deploy } = await setUp();
    const writing = await newTab();
    await openExercise(writing, choice.lessonId, choice.id);
    await option(writing, choice.answerKey.optionId).check({ force: true });
    await writing.getByText(t('player.saved'), { exact: true }).waitFor();
    await mark(writing);
    const address = writing.url();
    const engines = (await cached(page)).filter((file) => file.includes('/engines/'));

    await deploy(unstartable("throw new Error('a version that does not start');"));
    await switchNow(page);
    for (const tab of [page, writing]) await untilReloaded(tab);
    await home(page).waitFor();
    await expect.poll(() => option(writing, choice.answerKey.optionId).isChecked()).toBe(true);
    expect(writing.url()).toBe(address);
    await writing.getByText(t('common.updateUndone')).first().waitFor();
    await page.getByText(t('common.updateUndone')).first().waitFor();
    await page.getByRole('button', { name: t('common.understood') }).click();
    await page.reload();
    expect(await versionOf(page)).toBe(NOW);
    expect(await page.getByText(t('common.updateUndone')).count()).toBe(0);
    expect(await lookForUpdate(page)).toBe('none');

    await deploy(next);
    for (const tab of [page, writing]) await mark(tab);
    await switchNow(page);
    for (const tab of [page, writing]) await untilReloaded(tab);
    expect(await versionOf(page)).toBe(NEXT);
    await expect.poll(() => cached(page), { timeout: 20_000 }).toEqual(filesOf(site));
    expect((await cached(page)).filter((file) => file.includes('/engines/'))).toEqual(engines);
    expect(engines).toHaveLength(3);
  });

  it('that never comes up and tells of no error is undone by loading the page again, with no network', async () => {
    const { page, server, deploy } = await setUp();
    await deploy(unstartable(''));
    await switchNow(page);
    await untilReloaded(page);
    await server.stop();
    // A page counts as gone once it had time to come.
    await page.waitForTimeout(3_100);
    await page.reload();
    expect(await page.locator('#root').innerHTML()).toBe('');
    await page.reload();
    await home(page).waitFor();
    await page.getByText(t('common.updateUndone')).first().waitFor();
    expect(await versionOf(page)).toBe(NOW);
  });
});

const codeExercise = demoCourses()
  .flatMap((course) => course.exercises as readonly Exercise[])
  .find((one) => one.type === 'CODE_COMPLETION' && one.language === 'javascript');
if (codeExercise === undefined) throw new Error('No bundled course has JavaScript to write');
const code = codeExercise;

const [firstExercise] = demoCourses()[0]?.exercises ?? [];
if (firstExercise?.type !== 'MULTIPLE_CHOICE') throw new Error('the course has changed');
const choice = firstExercise;

const home = (page: Page): Locator => page.getByRole('heading', { level: 1, name: 'Amina' });

async function versionOf(page: Page): Promise<string> {
  await goTo(page, '#/settings');
  const words = await page.getByText(/\d+\.\d+\.\d+/).first().innerText();
  return /\d+\.\d+\.\d+/.exec(words)?.[0] ?? words;
}

async function switchNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('common.updateNow') }).click();
}

/** A build whose entry is this text: the app of now otherwise, under other names. */
function unstartable(entry: string): string {
  const folder = join(temporaryFolder(), 'unstartable');
  cpSync(DIST, folder, { recursive: true });
  const [, name = ''] = /assets\/(index-[\w-]+\.js)/.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? [];
  const other = `index-${entry.length.toString().padStart(8, '0')}.js`;
  for (const file of ['index.html', 'sw.js']) {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(name, other);
    writeFileSync(join(folder, file), text.replace(/(?<="revision":")\w+(?=","url":"index\.html")/, other));
  }
  writeFileSync(join(folder, 'assets', other), entry);
  return folder;
}

/** Every file that the service worker keeps of the app, by path. */
const cached = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name !== 'hornbook-shell-notes');
    const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return files.flat().map(({ url }) => new URL(url).pathname).sort();
  });

/** The files that a build asks the service worker to keep, as above. */
function filesOf(folder: string): string[] {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  return [...worker.matchAll(/"revision":[^,]+,"url":"([^"]+)"/g)].map(([, path = '']) => `/${path}`).sort();
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

const untilReloaded = (tab: Page): Promise<void> => expect.poll(() => isMarked(tab).catch(() => true), { timeout: 20_000 }).toBe(false);

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
