import type { Page } from 'playwright-core';
import { findBrowser, type FoundBrowser } from '../../src/cli/browser/find-browser.ts';
import { serveFolder } from '../../src/cli/sandbox-page/serve-folder.ts';
import { BACKENDS, openOnDisk, type Backend } from './browser-on-disk.ts';
import { buildStorePage } from './build-page.ts';
import { randomFrom } from './hostile/random.ts';
import { readOptions } from './options.ts';
import { buildShim, createDisk, type Disk } from './power-loss/disk.ts';
import { skip, writeReport } from './report.ts';
import type { Acknowledged, Inspected, Up } from './store-page/types.ts';

/** One loss of power, and what was there afterwards. */
export interface Cut {
  readonly backend: Backend;
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
  readonly failedOpen: string | null;
  /** What the first glance at the next start said. */
  readonly up: Up | null;
}

/** What the same cuts do to writes that IndexedDB makes by default: were none lost, the power would never have gone. */
export interface Control {
  readonly backend: Backend;
  readonly acknowledged: number;
  readonly lost: number;
}

export interface PowerLossFigures {
  readonly cuts: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
  readonly failedOpens: number;
}

/** A profile lives through so many cuts before a fresh one takes its place. */
const CUTS_A_PROFILE = 10;
const WORKS_FOR_MS = { least: 30, most: 900 };

/** Cuts the power under the app's stores, `rounds` times on each of Chromium's backends. True when nothing was lost. */
export async function powerLoss(argv: readonly string[]): Promise<boolean> {
  const { rounds, seed, json } = readOptions(argv, { rounds: 200 });
  const result = await cutPower({ rounds, seed });
  if (typeof result === 'string') return skip('power-loss', result);
  const { cases, controls } = result;
  const figures = figuresOf(cases);
  for (const backend of Object.keys(BACKENDS)) {
    const { cuts, acknowledged, lost, torn, failedOpens } = figuresOf(cases.filter((cut) => cut.backend === backend));
    console.log(`${backend.padEnd(8)} ${cuts} cuts, ${acknowledged} acknowledged, ${lost} lost, ${torn} torn, ${failedOpens} failed opens`);
  }
  writeReport(json, { figures, cases, controls });
  return isWithstood(result);
}

export interface PowerLoss {
  readonly cases: readonly Cut[];
  readonly controls: readonly Control[];
}

export function isWithstood({ cases, controls }: PowerLoss): boolean {
  const { cuts, lost, torn, failedOpens } = figuresOf(cases);
  return cuts > 0 && lost === 0 && torn === 0 && failedOpens === 0 && controls.every((control) => control.lost > 0);
}

export function figuresOf(cases: readonly Cut[]): PowerLossFigures {
  const sum = (of: (cut: Cut) => number): number => cases.reduce((total, cut) => total + of(cut), 0);
  return {
    cuts: cases.length,
    acknowledged: sum((cut) => cut.acknowledged),
    lost: sum((cut) => cut.lost),
    torn: sum((cut) => cut.torn),
    failedOpens: sum((cut) => (cut.failedOpen === null ? 0 : 1)),
  };
}

/** A string says why it cannot be done here. */
export async function cutPower({ rounds, seed }: { readonly rounds: number; readonly seed: number }): Promise<PowerLoss | string> {
  const shim = buildShim();
  if (shim === null) return 'there is no C compiler';
  const found = await findBrowser();
  if (!found.ok) return found.reason;
  const server = await serveFolder(await buildStorePage());
  const cases: Cut[] = [];
  const controls: Control[] = [];
  console.log(`seed ${seed}`);
  try {
    for (const backend of Object.keys(BACKENDS) as Backend[]) {
      const random = randomFrom(seed);
      const control = await loseRelaxed({ found, url: server.url, shim, backend, random, cuts: 1 });
      controls.push(control);
      console.log(`  ${backend} control: ${control.lost} of ${control.acknowledged} writes lost that were not made durable`);
      for (let done = 0; done < rounds; done += CUTS_A_PROFILE) {
        const cuts = Math.min(CUTS_A_PROFILE, rounds - done);
        cases.push(...(await livesThrough({ found, url: server.url, shim, backend, random, cuts })));
        tell(cases, backend);
      }
    }
  } finally {
    await server.close();
  }
  return { cases, controls };
}

interface Life {
  readonly found: Extract<FoundBrowser, { ok: true }>;
  readonly url: string;
  readonly shim: string;
  readonly backend: Backend;
  readonly random: () => number;
  readonly cuts: number;
}

/** One profile, cut again and again; what was acknowledged before any of the cuts must be there after each. */
async function livesThrough(life: Life): Promise<Cut[]> {
  const disk = createDisk(life.shim);
  const written: Acknowledged[] = [];
  const cases: Cut[] = [];
  try {
    for (let n = 0; n < life.cuts; n++) {
      const acknowledged = await workUntilCut(life, disk, written);
      disk.losePower(life.random);
      cases.push({ backend: life.backend, acknowledged, ...(await lookAfter(life, disk, written)) });
    }
  } finally {
    disk.remove();
  }
  return cases;
}

const RELAXED_ROWS = 100;

async function loseRelaxed(life: Life): Promise<Control> {
  const disk = createDisk(life.shim);
  try {
    const before = await openOnDisk({ ...life, profile: disk.profile, env: disk.env });
    await goTo(before.page, life.url);
    await before.page.evaluate((rows) => window.store.writeRelaxed(rows), RELAXED_ROWS);
    await before.kill();
    disk.losePower(life.random);
    const after = await openOnDisk({ ...life, profile: disk.profile, env: disk.env });
    await goTo(after.page, life.url);
    const left = await after.page.evaluate(() => window.store.countRelaxed());
    await after.quit();
    return { backend: life.backend, acknowledged: RELAXED_ROWS, lost: RELAXED_ROWS - left };
  } finally {
    disk.remove();
  }
}

async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'store' in window);
}

/** Gives how many acts were acknowledged: at least one. */
async function workUntilCut(life: Life, disk: Disk, written: Acknowledged[]): Promise<number> {
  const { page, kill } = await openOnDisk({ ...life, profile: disk.profile, env: disk.env });
  const before = written.length;
  try {
    let first: () => void = () => undefined;
    const isUnderWay = new Promise<void>((resolve) => (first = resolve));
    await page.exposeFunction('acknowledged', (one: Acknowledged) => {
      written.push(one);
      if (one.kind === 'attempt') first();
    });
    await goTo(page, life.url);
    await page.evaluate(() => window.store.up());
    const seed = Math.floor(life.random() * 1_000_000);
    const working = page.evaluate((s) => window.store.work({ seed: s, acts: 100_000 }), seed);
    // It ends with the browser.
    const ended = working.then(() => 'done', (error: unknown) => String(error));
    const early = await Promise.race([isUnderWay.then(() => null), ended]);
    if (early !== null) throw new Error(`The work ended early: ${early}`);
    await pause(WORKS_FOR_MS.least + life.random() * (WORKS_FOR_MS.most - WORKS_FOR_MS.least));
  } finally {
    await kill();
  }
  return written.length - before;
}

type After = Pick<Cut, 'lost' | 'torn' | 'failedOpen' | 'up'>;

async function lookAfter(life: Life, disk: Disk, written: readonly Acknowledged[]): Promise<After> {
  const { page, quit } = await openOnDisk({ ...life, profile: disk.profile, env: disk.env });
  try {
    await goTo(page, life.url);
    const up = await page.evaluate(() => window.store.up());
    const { missing, torn }: Inspected = await page.evaluate((all) => window.store.inspect(all), [...written]);
    return { lost: missing.length, torn, failedOpen: up.isAnew ? 'opened anew' : null, up };
  } catch (error) {
    return { lost: written.length, torn: 0, failedOpen: String(error), up: null };
  } finally {
    await quit();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function tell(cases: readonly Cut[], backend: Backend): void {
  const { cuts, acknowledged, lost, torn, failedOpens } = figuresOf(cases.filter((cut) => cut.backend === backend));
  console.log(`  ${backend} ${cuts}: ${acknowledged} acknowledged, ${lost} lost, ${torn} torn, ${failedOpens} failed opens`);
}
