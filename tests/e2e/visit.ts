import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { launch } from './browser.ts';
import { serve, type AppServer } from './serve.ts';

/** Long enough for a busy machine to boot Python; a test that waits longer waits in vain. ms. */
const PATIENCE = 20_000;

/** One learner's browser on the app: what it logged and whom it asked is kept. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, uncaught exceptions and breaches of the content security policy. */
  readonly problems: string[];
  /** Requests to anything but the app's own origin. */
  readonly strangers: string[];
  /** A second tab of the same browser. */
  readonly newTab: (path?: string) => Promise<Page>;
}

/** A browser and a server for all tests of a file. */
export function useApp(options: LaunchOptions = {}): { readonly browser: Browser; readonly server: AppServer } {
  const made: { browser?: Browser; server?: AppServer } = {};
  beforeAll(async () => {
    made.server = await serve();
    made.browser = await launch(options);
  });
  afterAll(async () => {
    await made.browser?.close();
    await made.server?.stop();
  });
  return made as { browser: Browser; server: AppServer };
}

/** Nothing is precached: on a busy machine that takes longer than most visits. For tests that never go offline. */
export const UNCACHED = { serviceWorkers: 'block' } as const satisfies BrowserContextOptions;

/** Opens `url` with nothing stored. Closed at the end of the test; a test that fails leaves a picture. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  return watched(context, url);
}

export async function watched(context: BrowserContext, url: string): Promise<Visit> {
  const problems: string[] = [];
  const strangers: string[] = [];
  const { origin } = new URL(url);
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => void problems.push(String(error.error().stack ?? error.error())));
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(`${origin}/`) || /^(data|blob|about):/.test(request.url());
    if (!isOwn) strangers.push(request.url());
  });
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, task.name, problems);
    await context.close();
  });
  await page.goto(url);
  const newTab = async (path = ''): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(url + path);
    return tab;
  };
  return { context, page, problems, strangers, newTab };
}

/** Resolves once everything is precached and the service worker answers for the page. */
export async function untilOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The first load came from the server: only from the next one on does the worker answer for the page.
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Nothing logged as an error, no breach of the policy, nobody asked but the app's own origin. */
export function expectQuiet(visited: Visit): void {
  expect(visited.problems).toEqual([]);
  expect(visited.strangers).toEqual([]);
}

async function keepPicture(page: Page, name: string, problems: readonly string[]): Promise<void> {
  const path = join('screenshots', 'failures', `${name.replace(/\W+/g, '-').slice(0, 80)}.png`);
  await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  console.log(`${path}\n${page.url()}\n${problems.slice(0, 10).join('\n')}`);
}
