import { chromium, type Browser, type Page } from 'playwright-core';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import { DEFAULT_LIMITS, type CheckJob, type RunJob } from '../../runner/runner.ts';
import { findBrowser, QUIET, type FoundBrowser } from '../browser/find-browser.ts';
import { NoBrowser, SlotLost, type Slot } from '../slots.ts';
import { keptOnDisk } from '../kept-on-disk.ts';
import { handsOver, makeHandover } from '../make-handover.ts';
import { buildSandboxPage } from './build-page.ts';
import { serveFolder } from './serve-folder.ts';

/** Beyond a job's own limit: an engine that boots for the first time on a busy machine. */
const PATIENCE_MS = 120_000;
/** The most by which a slow machine's calibration lengthens a limit. */
const SLOWEST = 6;
const NEVER = new AbortController().signal;

/** The app's runner in a page of its own, in a browser of its own. */
export interface SandboxPage extends Slot {
  /** Another after `replace`. */
  page(): Page;
  warmUp(language: CodeLanguage): Promise<void>;
  close(): Promise<void>;
}

export interface SandboxPages {
  readonly pages: readonly SandboxPage[];
  /** Where they are served. */
  readonly url: string;
  /** Ends the browsers and the server. */
  close(): Promise<void>;
}

export interface PagesOptions {
  /** So many browsers, each its own processes. */
  readonly count: number;
  /** The folder of a built page; the sandbox page unless given. */
  readonly folder?: string;
  /**
   * The language of the jobs to come, which may boot by what an earlier run kept, or the first page makes before the
   * others open. Without it each page begins afresh and asks its server for nothing but its own files.
   */
  readonly language?: CodeLanguage;
  /** Ends the wait for that. */
  readonly signal?: AbortSignal;
  /** One that was found already. */
  readonly browser?: FoundBrowser;
  /** More of the command line's words for Chromium. */
  readonly args?: readonly string[];
}

/**
 * Builds the page unless it is there, serves it, and opens it in `count` headless browsers. Rejects with `NoBrowser`
 * where none starts. The caller closes.
 */
export async function openSandboxPages({ count, folder, language, browser, args = [], signal = NEVER }: PagesOptions): Promise<SandboxPages> {
  const found = browser ?? (await findBrowser());
  if (!found.ok) throw new NoBrowser(found.reason);
  const build = folder ?? (await buildSandboxPage());
  const kept = keptOnDisk(`${build}-kept`);
  const server = await serveFolder(build, kept);
  const url = language !== undefined && handsOver(language) ? `${server.url}?kept` : server.url;
  const launch = (): Promise<Browser> =>
    chromium.launch({
      executablePath: found.path,
      chromiumSandbox: found.sandbox,
      args: [...QUIET, ...args],
      // Who opened the pages closes them, in order.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  const opened: SandboxPage[] = [];
  const open = async (): Promise<void> => void opened.push(await openPage(launch, url));
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((page) => page.close()));
    await server.close();
  };
  try {
    await open();
    const [first] = opened;
    if (first !== undefined && language !== undefined) await makeHandover(first, language, kept, signal);
    const others = await Promise.allSettled(Array.from({ length: count - 1 }, open));
    for (const other of others) if (other.status === 'rejected') throw other.reason;
  } catch (error) {
    await close();
    throw error;
  }
  return { pages: opened, url: server.url, close };
}

async function openPage(launch: () => Promise<Browser>, url: string): Promise<SandboxPage> {
  let isClosed = false;
  const open = async (): Promise<{ browser: Browser; page: Page }> => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForFunction(() => 'runner' in window);
      return { browser, page };
    } catch (error) {
      await browser.close();
      throw error;
    }
  };
  let current = await open();
  const end = ({ browser }: { browser: Browser }): Promise<void> => browser.close().catch(() => undefined);

  /** Playwright waits for ever on a page that hangs. */
  const ask = async <T>(what: Promise<T>, limitMs: number): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new SlotLost('the page does not answer any more')), limitMs + PATIENCE_MS);
    });
    try {
      return await Promise.race([what, late]);
    } catch (error) {
      throw error instanceof SlotLost ? error : new SlotLost(firstLine(error));
    } finally {
      clearTimeout(timer);
    }
  };
  const limitOf = ({ limits }: RunJob | CheckJob): number => (limits?.wallMs ?? DEFAULT_LIMITS.wallMs) * SLOWEST;

  return {
    page: () => current.page,
    run: (job) => ask(current.page.evaluate((j) => window.runner.run(j), job), limitOf(job)),
    check: (job) => ask(current.page.evaluate((j) => window.runner.check(j), job), limitOf(job)),
    warmUp: (language) => ask(current.page.evaluate((l) => window.runner.warmUp(l), language), 0),
    async replace() {
      await end(current);
      current = await open();
      if (isClosed) await end(current);
    },
    async close() {
      isClosed = true;
      await end(current);
    },
  };
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
