import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SCHEMA_VERSION, VERSIONS } from '../../../db/versions/all.ts';
import { findBrowser, type FoundBrowser } from '../../../src/cli/browser/find-browser.ts';
import { serveFolder } from '../../../src/cli/sandbox-page/serve-folder.ts';
import { createMemoryFiles, type KeptFiles } from '../../../src/core/kept-files.ts';
import { storedProfile } from '../../fixtures/profiles/stored.ts';
import { openOnDisk, type Backend } from '../browser-on-disk.ts';
import { buildTabsPage } from '../build-page.ts';
import { differences, lostRows } from './lost-rows.ts';

/** One upgrade, or one attempt of old code to write. */
export interface VersionCase {
  readonly backend: Backend;
  readonly version: number;
  readonly what: 'upgrade' | 'killed' | 'stale tab' | 'stale shell';
  /** Of the upgrade's requests, the one at which the browser was killed. */
  readonly at: number | null;
  readonly of: number | null;
  /** False: the browser was not killed where it should have been, or old code could not be tried. */
  readonly isReached: boolean;
  readonly lost: readonly string[];
  readonly stale: readonly string[];
  /** What old code was told, way by way. */
  readonly said: readonly string[];
}

export interface VersionOptions {
  /** How many points of each upgrade the browser is killed at. */
  readonly points: number;
  readonly backends: readonly Backend[];
  readonly tell?: (line: string) => void;
  /** Only these versions; else all that were ever shipped. */
  readonly only?: readonly number[];
}

interface Stage {
  readonly found: Extract<FoundBrowser, { ok: true }>;
  readonly url: string;
  readonly backend: Backend;
  /** Resolves once the page stands still. */
  readonly untilStopped: () => Promise<void>;
}

/** A string says why it cannot be done here. */
export async function tryVersions(options: VersionOptions): Promise<VersionCase[] | string> {
  const found = await findBrowser();
  if (!found.ok) return found.reason;
  const stops = stopSign();
  const server = await serveFolder(await buildTabsPage(), stops.files);
  const cases: VersionCase[] = [];
  const add = (one: VersionCase): void => {
    cases.push(one);
    options.tell?.(wordsFor(one));
  };
  try {
    for (const backend of options.backends) {
      const stage = { found, url: server.url, backend, untilStopped: stops.untilStopped };
      for (const { number } of VERSIONS) {
        if (options.only?.includes(number) ?? true) await tryVersion(stage, number, options.points, add);
      }
    }
  } finally {
    await server.close();
  }
  return cases;
}

/** What the page asks for when it wants to stand still: it gets no answer. */
function stopSign(): { readonly files: KeptFiles; readonly untilStopped: () => Promise<void> } {
  let stop: () => void = () => undefined;
  const files: KeptFiles = {
    ...createMemoryFiles(),
    write: () => {
      stop();
      return new Promise(() => undefined);
    },
  };
  return { files, untilStopped: () => new Promise((resolve) => (stop = resolve)) };
}

async function tryVersion(stage: Stage, version: number, points: number, add: (one: VersionCase) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-versions-'));
  const whole = join(folder, 'whole');
  const base = { backend: stage.backend, version, at: null, of: null, isReached: true, lost: [], stale: [], said: [] };
  const before = storedProfile(version);
  try {
    await onPage(stage, whole, (page) => page.evaluate(([v, rows]) => window.tabs.fill(v, rows), [version, before] as const), 'quit');
    const copied = async <T>(work: (profile: string) => Promise<T>): Promise<T> => {
      const profile = join(folder, 'copy');
      cpSync(whole, profile, { recursive: true });
      const result = await work(profile);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      return result;
    };
    const { requests, after } = await copied((profile) => onPage(stage, profile, upgraded));
    add({ ...base, what: 'upgrade', of: requests, lost: lostRows(before, after.rows), isReached: after.version === SCHEMA_VERSION * 10 });
    const spread = Array.from({ length: points }, (_, i) => Math.max(1, Math.round(((i + 0.5) * requests) / points)));
    const kills = version === SCHEMA_VERSION ? [] : spread;
    for (const at of kills) {
      const killed = await copied(async (profile) => {
        const isReached = await killedAt(stage, profile, at);
        return { isReached, ...(await onPage(stage, profile, upgraded)) };
      });
      add({ ...base, what: 'killed', at, of: requests, isReached: killed.isReached, lost: lostRows(before, killed.after.rows) });
    }
    const tried = (work: (page: Page) => Promise<Stale>): Promise<Stale> =>
      copied((profile) => onPage(stage, profile, work)).catch((error: unknown) => ({ isReached: false, stale: [], said: [String(error)] }));
    add({ ...base, what: 'stale tab', ...(await tried((page) => staleTab(page, stage.url, version))) });
    add({ ...base, what: 'stale shell', ...(await tried((page) => staleShell(page, version))) });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function upgraded(page: Page) {
  const { requests } = await page.evaluate(() => window.tabs.upgrade(null));
  return { requests, after: await page.evaluate(() => window.tabs.dump()) };
}

/** True when the upgrade was under way, and held open, as the browser died. */
async function killedAt(stage: Stage, profile: string, at: number): Promise<boolean> {
  const { page, kill } = await openOnDisk({ ...stage, profile });
  try {
    await goTo(page, stage.url);
    const stopped = stage.untilStopped().then(() => true);
    const ended = page.evaluate((n) => window.tabs.upgrade(n), at).then(() => false, () => false);
    return await Promise.race([stopped, ended]);
  } finally {
    await kill();
  }
}

type Stale = Pick<VersionCase, 'stale' | 'said' | 'isReached'>;

/** A tab of the old version stays open while another one upgrades; then it writes. */
async function staleTab(page: Page, url: string, version: number): Promise<Stale> {
  await page.evaluate((v) => window.tabs.openOld(v), version);
  const other = await page.context().newPage();
  await goTo(other, url);
  await newer(other, version);
  const before = await other.evaluate(() => window.tabs.dump());
  const said = await page.evaluate(() => window.tabs.writeStale());
  const after = await other.evaluate(() => window.tabs.dump());
  return { said, stale: differences(before.rows, after.rows), isReached: before.version > version * 10 };
}

/** A page of the old version starts after the upgrade, as a service worker would still serve it. */
async function staleShell(page: Page, version: number): Promise<Stale> {
  await newer(page, version);
  const before = await page.evaluate(() => window.tabs.dump());
  const said = await page.evaluate((v) => window.tabs.startStale(v), version);
  // The whole app of this version, where this version is the old one.
  const state = version === SCHEMA_VERSION ? await page.evaluate(() => window.tabs.up()) : 'newer';
  const after = await page.evaluate(() => window.tabs.dump());
  return { said, stale: differences(before.rows, after.rows), isReached: before.version > version * 10 && state === 'newer' };
}

/** This app is the newer one, except for its own version: then it is one that does not exist yet. */
async function newer(page: Page, version: number): Promise<void> {
  if (version === SCHEMA_VERSION) await page.evaluate(() => window.tabs.upgradeBeyond());
  else await page.evaluate(() => window.tabs.upgrade(null));
}

/** `quit`: the profile is used again, and ends as a learner ends it. */
async function onPage<T>(stage: Stage, profile: string, work: (page: Page) => Promise<T>, end: 'quit' | 'kill' = 'kill'): Promise<T> {
  const browser = await openOnDisk({ ...stage, profile });
  try {
    await goTo(browser.page, stage.url);
    return await work(browser.page);
  } finally {
    await browser[end]();
  }
}

async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'tabs' in window);
}

function wordsFor({ backend, version, what, at, of, isReached, lost, stale, said }: VersionCase): string {
  const where = at === null ? '' : ` at ${at} of ${of ?? '?'}`;
  const told = said.length === 0 ? '' : ` (${[...new Set(said)].join(', ')})`;
  const found = `${lost.length} rows lost, ${stale.length} stale writes`;
  const first = [...lost, ...stale].slice(0, 3).map((one) => `\n    ${one}`);
  return `${backend} v${version} ${what}${where}: ${isReached ? found : 'NOT REACHED'}${told}${first.join('')}`;
}
