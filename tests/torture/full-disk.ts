import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { findBrowser, type FoundBrowser } from '../../src/cli/browser/find-browser.ts';
import { serveFolder } from '../../src/cli/sandbox-page/serve-folder.ts';
import { BACKENDS, openOnDisk, type Backend } from './browser-on-disk.ts';
import { buildStorePage } from './build-page.ts';
import { randomFrom } from './hostile/random.ts';
import { readOptions } from './options.ts';
import { skip, writeReport } from './report.ts';
import type { Acknowledged, Answered } from './store-page/types.ts';

/** One disk that filled up, and was given room again. */
export interface Filled extends Answered {
  readonly backend: Backend;
  /** Room that was left when the learner went on, bytes. */
  readonly room: number;
  /** Acknowledged, and not there: of what was saved, at any time; of what was kept, once there was room again. */
  readonly lost: number;
  readonly torn: number;
  /** While full, at a start that found the disk full, and with room again. */
  readonly exportsFailed: readonly string[];
  /** Starts that did not come up. */
  readonly failedStarts: readonly string[];
}

export interface FullDiskFigures {
  readonly rounds: number;
  readonly saved: number;
  readonly kept: number;
  readonly refused: number;
  readonly lost: number;
  readonly torn: number;
  readonly exportsFailed: number;
  readonly failedStarts: number;
  readonly untyped: number;
}

/** From less than nothing to some answers, bytes: the reserve takes more of them, then the journal, then nothing does. */
const ROOM = { least: -500_000, most: 300_000 };
const ANSWER_LENGTH = 20_000;
const ACTS_ON_FULL = 40;
const ROUNDS_A_PROFILE = 4;

/** Fills the disk under the app's stores, `rounds` times on each of Chromium's backends. True when every goal was met. */
export async function fullDisk(argv: readonly string[]): Promise<boolean> {
  const { rounds, seed, json } = readOptions(argv, { rounds: 40 });
  const cases = await fill({ rounds, seed });
  if (typeof cases === 'string') return skip('full-disk', cases);
  const figures = figuresOf(cases);
  for (const backend of Object.keys(BACKENDS)) {
    console.log(`${backend.padEnd(8)} ${wordsFor(figuresOf(cases.filter((one) => one.backend === backend)))}`);
  }
  writeReport(json, { figures, cases });
  return isWithstood(figures);
}

/** A round in which nothing was refused shows nothing: over all of them the disk must have been full. */
export const isWithstood = ({ rounds, kept, refused, lost, torn, exportsFailed, failedStarts, untyped }: FullDiskFigures): boolean =>
  rounds > 0 && kept + refused > 0 && lost + torn + exportsFailed + failedStarts + untyped === 0;

export function figuresOf(cases: readonly Filled[]): FullDiskFigures {
  const sum = (of: (one: Filled) => number): number => cases.reduce((total, one) => total + of(one), 0);
  return {
    rounds: cases.length,
    saved: sum((one) => one.saved),
    kept: sum((one) => one.kept),
    refused: sum((one) => one.refused),
    lost: sum((one) => one.lost),
    torn: sum((one) => one.torn),
    exportsFailed: sum((one) => one.exportsFailed.length),
    failedStarts: sum((one) => one.failedStarts.length),
    untyped: sum((one) => one.untyped.length),
  };
}

const wordsFor = (figures: FullDiskFigures): string =>
  Object.entries(figures).map(([name, count]) => `${count} ${name}`).join(', ');

export interface FillOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly backends?: readonly Backend[];
}

/** A string says why it cannot be done here. */
export async function fill({ rounds, seed, backends = Object.keys(BACKENDS) as Backend[] }: FillOptions): Promise<Filled[] | string> {
  const found = await findBrowser();
  if (!found.ok) return found.reason;
  const server = await serveFolder(await buildStorePage());
  const cases: Filled[] = [];
  console.log(`seed ${seed}`);
  try {
    for (const backend of backends) {
      const random = randomFrom(seed);
      for (let done = 0; done < rounds; done += ROUNDS_A_PROFILE) {
        const life = { found, url: server.url, backend, random, rounds: Math.min(ROUNDS_A_PROFILE, rounds - done) };
        cases.push(...(await livesThrough(life)));
        console.log(`  ${backend} ${wordsFor(figuresOf(cases.filter((one) => one.backend === backend)))}`);
      }
    }
  } finally {
    await server.close();
  }
  return cases;
}

interface Life {
  readonly found: Extract<FoundBrowser, { ok: true }>;
  readonly url: string;
  readonly backend: Backend;
  readonly random: () => number;
  readonly rounds: number;
}

/** One profile whose disk fills up again and again. */
async function livesThrough(life: Life): Promise<Filled[]> {
  const profile = mkdtempSync(join(tmpdir(), 'hornbook-full-'));
  const written: Acknowledged[] = [];
  const cases: Filled[] = [];
  try {
    await within({ ...life, profile, written }, async ({ page }) => {
      await start(page, life.url);
      await page.evaluate(() => window.store.work({ seed: 1, acts: 1 }));
    });
    for (let n = 0; n < life.rounds; n++) {
      const used = await usedAfterStart({ ...life, profile, written });
      await within({ ...life, profile, written }, async (round) => void cases.push(await oneRound(round, used)));
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return cases;
}

/** A browser of its own: a running one remembers how much room there was before the quota was overridden. */
async function within(life: Lasting & { readonly profile: string }, work: (round: Round) => Promise<void>): Promise<void> {
  const { page, browser, quit } = await openOnDisk(life);
  try {
    await page.exposeFunction('acknowledged', (one: Acknowledged) => void life.written.push(one));
    const session = await browser.contexts()[0]?.newCDPSession(page);
    if (session === undefined) throw new Error('The browser has no context');
    await work({ ...life, page, session });
  } finally {
    await quit();
  }
}

async function start(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'store' in window);
  await page.evaluate(() => window.store.up());
}

/** What one browser hands on to the next. */
interface Lasting extends Life {
  readonly written: Acknowledged[];
}

interface Round extends Lasting {
  readonly page: Page;
  readonly session: CDPSession;
}

/** What a browser counts once the app has started: of a database it knows nothing before, and of some files never. */
async function usedAfterStart(life: Lasting & { readonly profile: string }): Promise<number> {
  let used = 0;
  await within(life, async ({ page, session, url }) => {
    await start(page, url);
    used = (await session.send('Storage.getUsageAndQuota', { origin: new URL(url).origin })).usage;
  });
  return used;
}

/** `used`: bytes that the browser will count. */
async function oneRound({ page, session, url, backend, random, written }: Round, used: number): Promise<Filled> {
  const { origin } = new URL(url);
  const answer = (acts: number): Promise<Answered> =>
    page.evaluate((options) => window.store.answer(options), { seed: Math.floor(random() * 1_000_000), acts, textLength: ANSWER_LENGTH });
  const exportsFailed: string[] = [];
  const failedStarts: string[] = [];
  let lost = 0;

  const room = Math.floor(ROOM.least + random() * (ROOM.most - ROOM.least));
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.max(1, used + room) });
  await start(page, url).catch((error: unknown) => failedStarts.push(`before: ${String(error)}`));
  const answered = await answer(ACTS_ON_FULL);
  const saved = (): Acknowledged[] => written.filter(({ isKept }) => isKept !== true);
  const tryExport = async (when: string, of: readonly Acknowledged[]): Promise<void> => {
    const found = await page.evaluate(() => window.store.export()).catch((error: unknown) => String(error));
    const wanted = of.filter(({ kind }) => kind === 'attempt');
    if (typeof found === 'string') exportsFailed.push(`${when}: ${found}`);
    else if (wanted.some(({ id }) => !found.includes(id))) exportsFailed.push(`${when}: an answer is not in it`);
  };
  await tryExport('full', saved());

  await start(page, url).catch((error: unknown) => failedStarts.push(`full: ${String(error)}`));
  lost += (await inspect(page, saved())).missing.length;
  await tryExport('started full', saved());

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await start(page, url).catch((error: unknown) => failedStarts.push(`with room: ${String(error)}`));
  const after = await inspect(page, written);
  lost += after.missing.length;
  await tryExport('with room', written);
  // What was kept is in its place now: it counts as saved from here on.
  written.splice(0, written.length, ...written.map(({ kind, id }) => ({ kind, id })));
  return { ...answered, backend, room, lost, torn: after.torn, exportsFailed, failedStarts };
}

const inspect = (page: Page, all: readonly Acknowledged[]) => page.evaluate((list) => window.store.inspect(list), [...all]);
