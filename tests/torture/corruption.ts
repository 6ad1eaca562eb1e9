import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser, type FoundBrowser } from '../../src/cli/browser/find-browser.ts';
import { serveFolder } from '../../src/cli/sandbox-page/serve-folder.ts';
import { BACKENDS, openOnDisk, type Backend, type BrowserOnDisk } from './browser-on-disk.ts';
import { buildStorePage } from './build-page.ts';
import { damage, damagesOf, type Damage } from './corruption/damages.ts';
import { randomFrom } from './hostile/random.ts';
import { readOptions } from './options.ts';
import { skip, writeReport } from './report.ts';
import type { Acknowledged, Up } from './store-page/types.ts';

/** One damaged profile, and what the next start made of it. */
export interface Damaged extends Damage {
  readonly backend: Backend;
  /** The start said that something was missing or broken, or nothing that was written was touched. */
  readonly noticed: boolean;
  /** Nothing was missing without anything having been put back: the damage hit nothing that counts. */
  readonly harmless: boolean;
  readonly attempts: number;
  readonly attemptsBack: number;
  readonly torn: number;
  /** Starts of which Chromium's own process died, before the one that is judged. */
  readonly crashes: number;
  /** Until the services answered, the missing work back in place. */
  readonly ms: number;
  readonly hung: string | null;
}

export interface CorruptionFigures {
  readonly damages: number;
  readonly noticed: number;
  /** Profiles in which at most the last attempt is missing. */
  readonly restored: number;
  /** Share of all attempts, 0–1. */
  readonly attemptsBack: number;
  readonly slowestMs: number;
  readonly hangs: number;
}

const ACTS = 120;
const HANGS_AFTER_MS = 30_000;
const USABLE_WITHIN_MS = 5_000;
/** A learner whose page died opens it again, so often. */
const MOST_CRASHES = 4;

/** Harms the database's files in every way, on both backends. True when every goal was met. */
export async function corruption(argv: readonly string[]): Promise<boolean> {
  const { rounds, seed, json } = readOptions(argv, { rounds: 4 });
  const cases = await harm({ rounds, seed });
  if (typeof cases === 'string') return skip('corruption', cases);
  const figures = figuresOf(cases);
  console.log(JSON.stringify(figures));
  writeReport(json, { figures, cases });
  return isWithstood(figures);
}

export const isWithstood = ({ damages, noticed, restored, attemptsBack, slowestMs, hangs }: CorruptionFigures): boolean =>
  damages > 0 && noticed === damages && restored === damages && attemptsBack >= 0.99 && slowestMs <= USABLE_WITHIN_MS && hangs === 0;

export function figuresOf(cases: readonly Damaged[]): CorruptionFigures {
  const count = (is: (one: Damaged) => boolean): number => cases.filter(is).length;
  const sum = (of: (one: Damaged) => number): number => cases.reduce((total, one) => total + of(one), 0);
  return {
    damages: cases.length,
    noticed: count((one) => one.noticed),
    restored: count((one) => one.hung === null && one.torn === 0 && one.attempts - one.attemptsBack <= 1),
    attemptsBack: sum((one) => one.attemptsBack) / Math.max(1, sum((one) => one.attempts)),
    slowestMs: Math.round(Math.max(0, ...cases.map((one) => one.ms))),
    hangs: count((one) => one.hung !== null),
  };
}

export interface HarmOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Which of the damages; all by default. */
  readonly isWanted?: (one: Damage, backend: Backend) => boolean;
}

/** Each damage `rounds` times, at other places. A string says why it cannot be done here. */
export async function harm({ rounds, seed, isWanted = () => true }: HarmOptions): Promise<Damaged[] | string> {
  const found = await findBrowser();
  if (!found.ok) return found.reason;
  const server = await serveFolder(await buildStorePage());
  const random = randomFrom(seed);
  const cases: Damaged[] = [];
  console.log(`seed ${seed}`);
  try {
    for (const backend of Object.keys(BACKENDS) as Backend[]) {
      const stage = { found, url: server.url, backend };
      const folder = mkdtempSync(join(tmpdir(), 'hornbook-damage-'));
      const whole = join(folder, 'whole');
      const written = await liveOn(stage, whole);
      for (const one of Array.from({ length: rounds }, () => damagesOf(whole)).flat()) {
        if (!isWanted(one, backend)) continue;
        const profile = join(folder, 'harmed');
        cpSync(whole, profile, { recursive: true });
        damage(profile, one, random);
        const judged = await startOver(stage, profile, written);
        cases.push({ ...one, backend, ...judged });
        console.log(`  ${backend} ${one.kind}, ${one.how}: ${wordsFor(judged)}`);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  } finally {
    await server.close();
  }
  return cases;
}

interface Stage {
  readonly found: Extract<FoundBrowser, { ok: true }>;
  readonly url: string;
  readonly backend: Backend;
}

/** A learner works for a while and closes the browser. */
async function liveOn(stage: Stage, profile: string): Promise<Acknowledged[]> {
  const written: Acknowledged[] = [];
  const { page, quit } = await openOnDisk({ ...stage, profile });
  await page.exposeFunction('acknowledged', (one: Acknowledged) => void written.push(one));
  await goTo(page, stage.url);
  await page.evaluate(() => window.store.up());
  await page.evaluate((acts) => window.store.work({ seed: 7, acts }), ACTS);
  await quit();
  return written;
}

type Judged = Omit<Damaged, keyof Damage | 'backend'>;

async function startOver(stage: Stage, profile: string, written: readonly Acknowledged[]): Promise<Judged> {
  let opened = await openOnDisk({ ...stage, profile });
  let { page } = opened;
  try {
    for (let crashes = 0; ; crashes++) {
      const judged = await judge(page, stage.url, written);
      const isDead = judged.hung !== null && /Target crashed|has been closed/.test(judged.hung);
      if (!isDead || crashes === MOST_CRASHES) return { ...judged, crashes };
      const again = await newPage(opened, page);
      if (again === null) {
        await opened.kill();
        opened = await openOnDisk({ ...stage, profile });
      }
      page = again ?? opened.page;
    }
  } finally {
    await opened.kill();
  }
}

/** What one start made of it. */
async function judge(page: Page, url: string, written: readonly Acknowledged[]): Promise<Omit<Judged, 'crashes'>> {
  const attempts = written.filter(({ kind }) => kind === 'attempt').length;
  try {
    const { up, missing, torn } = await lookAfter(page, url, written);
    const hasSaid = saidSomething(up);
    const harmless = !hasSaid && missing.length === 0 && torn === 0;
    const attemptsBack = attempts - missing.filter((id) => written.some((one) => one.id === id && one.kind === 'attempt')).length;
    return { noticed: hasSaid || harmless, harmless, attempts, attemptsBack, torn, ms: up.ms, hung: null };
  } catch (error) {
    return { noticed: false, harmless: false, attempts, attemptsBack: 0, torn: 0, ms: 0, hung: String(error) };
  }
}

async function lookAfter(page: Page, url: string, written: readonly Acknowledged[]): Promise<{ up: Up; missing: readonly string[]; torn: number }> {
  const looked = (async () => {
    await goTo(page, url);
    const up = await page.evaluate(() => window.store.up());
    return { up, ...(await page.evaluate((all) => window.store.inspect(all), [...written])) };
  })();
  const late = pause(HANGS_AFTER_MS).then((): never => {
    throw new Error(`no answer within ${HANGS_AFTER_MS} ms`);
  });
  return Promise.race([looked, late]);
}

/** In the place of a page whose process died; null: the browser died with it. */
async function newPage({ browser }: BrowserOnDisk, dead: Page): Promise<Page | null> {
  try {
    await dead.close();
    return (await browser.contexts()[0]?.newPage()) ?? null;
  } catch {
    return null;
  }
}

const saidSomething = ({ isAnew, isAsExpected, hasRecovered }: Up): boolean => isAnew || !isAsExpected || hasRecovered;

function wordsFor({ harmless, noticed, attempts, attemptsBack, crashes, ms, hung }: Judged): string {
  if (hung !== null) return `HUNG: ${hung}`;
  const after = crashes === 0 ? '' : `, after ${crashes} crashes of Chromium`;
  return `${harmless ? 'harmless' : noticed ? 'noticed' : 'NOT NOTICED'}, ${attemptsBack} of ${attempts} back, ${Math.round(ms)} ms${after}`;
}

async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'store' in window);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
