import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildApp } from '../../src/cli/author/build-app.ts';
import { findBrowser, type FoundBrowser } from '../../src/cli/browser/find-browser.ts';
import { serve } from '../e2e/serve.ts';
import { openOnDisk } from './browser-on-disk.ts';
import { takeStall } from './hostile/stall.ts';
import { largePack } from './large-pack/make-pack.ts';
import { readOptions } from './options.ts';
import { skip, writeReport } from './report.ts';

/** One pack that was added in the app, on a fresh profile on disk. */
interface Added {
  readonly lessons: number;
  readonly exercises: number;
  readonly packMb: number;
  readonly seconds: number;
  /** The longest time that the page did not get to run, what it showed then, and its own longest task (0: none above 50), ms. */
  readonly gapMs: number;
  readonly during: string;
  readonly taskMs: number;
  /** The longest time that this process did not get to run meanwhile, ms: so long the machine itself stood still. */
  readonly stallMs: number;
  /** Different values that the progress bar was seen at. */
  readonly steps: number;
}

/** Plain words of the interface: outside of a build there are no compiled ones. */
const words = ['first-run', 'add-course'].reduce<Record<string, string>>(
  (all, name) => ({ ...all, ...(JSON.parse(readFileSync(join(import.meta.dirname, `../../src/i18n/en/${name}.json`), 'utf8')) as Record<string, string>) }),
  {},
);
const t = (id: string): string => words[id] ?? id;

const MAX_GAP_MS = 100;
const TAKES_AT_MOST_MS = 1_200_000;

/** Adds a pack of a hundred courses' worth, `rounds` times. True when the page never stood still for longer than it may. */
export async function largePackTorture(argv: readonly string[]): Promise<boolean> {
  const { rounds, seed, json, ...own } = readOptions(argv, { rounds: 1, texts: ['lessons'] });
  const found = await findBrowser();
  if (!found.ok) return skip('large-pack', found.reason);
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-large-'));
  const file = join(folder, 'large.hornpack');
  const lessons = Number(own.lessons ?? 10_000);
  const pack = largePack(lessons, seed);
  writeFileSync(file, pack);
  const server = await serve(await buildApp(() => console.log('  building the app')));
  const cases: Added[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const measured = await addOnce(found, server.url, mkdtempSync(join(folder, 'profile-')), file);
      cases.push({ lessons, exercises: 10 * lessons, packMb: pack.length / 1e6, ...measured });
      console.log(`  ${JSON.stringify(cases.at(-1))}`);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const figures = {
    packs: cases.length,
    longestGapMs: Math.max(...cases.map(({ gapMs }) => gapMs)),
    longestTaskMs: Math.max(...cases.map(({ taskMs }) => taskMs)),
    fewestSteps: Math.min(...cases.map(({ steps }) => steps)),
  };
  console.log(JSON.stringify(figures));
  writeReport(json, { figures, seed, cases });
  return figures.longestGapMs <= MAX_GAP_MS && figures.fewestSteps > 10;
}

async function addOnce(
  found: Extract<FoundBrowser, { ok: true }>,
  url: string,
  profile: string,
  file: string,
): Promise<Omit<Added, 'lessons' | 'exercises' | 'packMb'>> {
  const { page, quit } = await openOnDisk({ found, profile, backend: 'leveldb' });
  try {
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await page.getByRole('textbox', { name: t('firstRun.name') }).fill('Amina');
    await page.getByRole('button', { name: t('firstRun.begin') }).click();
    await page.getByRole('heading', { level: 1, name: 'Amina' }).waitFor();
    await page.goto(`${url}#/add`);
    await choose(page, file);
    const add = page.getByRole('button', { name: t('add.add'), exact: true });
    await add.waitFor();
    await watch(page);
    takeStall();
    const begun = performance.now();
    await add.click();
    await page.getByRole('heading', { name: t('add.from') }).waitFor({ timeout: TAKES_AT_MOST_MS });
    const seconds = (performance.now() - begun) / 1000;
    return { seconds, stallMs: Math.round(takeStall()), ...(await page.evaluate(() => window.watched())) };
  } finally {
    await quit();
  }
}

/** By its path: to a browser that it is connected to, Playwright sends a file piece by piece. */
async function choose(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  const { result } = await session.send('Runtime.evaluate', { expression: "document.querySelector('input[type=file]')" });
  await session.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId ?? '' });
}

declare global {
  interface Window {
    watched: () => { gapMs: number; during: string; taskMs: number; steps: number };
  }
}

/** From here on, the page notes how long it does not get to run, and where its progress bar stands. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let [last, gap, task, during] = [performance.now(), 0, 0, ''];
    const seen = new Set<string>();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const bar = document.querySelector('[role=progressbar]');
      const value = bar?.getAttribute('aria-valuenow');
      if (performance.now() - last > gap) {
        gap = performance.now() - last;
        during = `${bar?.getAttribute('aria-label') ?? document.querySelector('h1')?.textContent ?? 'loading'} ${value ?? ''}`;
      }
      last = performance.now();
      if (value !== null && value !== undefined) seen.add(value);
      setTimeout(() => port2.postMessage(null), 4);
    };
    port2.postMessage(null);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) task = Math.max(task, duration);
    }).observe({ type: 'longtask' });
    window.watched = () => ({ gapMs: Math.round(gap), during, taskMs: Math.round(task), steps: seen.size });
  });
