import type { BrowserContext, Page } from 'playwright-core';
import { findBrowser } from '../../../src/cli/browser/find-browser.ts';
import { serveFolder } from '../../../src/cli/sandbox-page/serve-folder.ts';
import { buildTabsPage } from '../build-page.ts';
import { randomFrom } from '../hostile/random.ts';
import { judge, type Judged } from './judge.ts';
import { launchFound } from './launch.ts';
import type { Done } from './page/types.ts';
import { makeSchedule, type Schedule } from './schedule.ts';

/** Some tabs at once, and whether all of them were told the truth. */
export interface TabsCase extends Judged {
  readonly seed: number;
  readonly version: number;
  readonly tabs: number;
  readonly acts: number;
  readonly acknowledged: number;
  readonly answers: number;
  /** How often each reason was given for saying no. */
  readonly refusals: Readonly<Record<string, number>>;
}

export interface TabsOptions {
  readonly schedules: number;
  readonly seed: number;
  /** Of each tab. */
  readonly acts: number;
  readonly tell?: (one: TabsCase) => void;
}

/** A string says why it cannot be done here. */
export async function tryTabs({ schedules, seed, acts, tell }: TabsOptions): Promise<TabsCase[] | string> {
  const found = await findBrowser();
  if (!found.ok) return found.reason;
  const server = await serveFolder(await buildTabsPage());
  const browser = await launchFound(found);
  const cases: TabsCase[] = [];
  try {
    for (let n = 0; n < schedules; n++) {
      const schedule = makeSchedule(seed + n, randomFrom(seed + n), acts);
      const context = await browser.newContext();
      try {
        const one = await run(context, server.url, schedule);
        cases.push(one);
        tell?.(one);
      } finally {
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return cases;
}

async function run(context: BrowserContext, url: string, { seed, version, rows, tabs }: Schedule): Promise<TabsCase> {
  const first = await openPage(context, url);
  await first.evaluate(([v, all]) => window.tabs.fill(v, all), [version, rows] as const);
  const pages = await Promise.all(tabs.map(() => openPage(context, url)));
  // All start at once: one of them upgrades, the others wait for it or find it done.
  await Promise.all(pages.map((page) => page.evaluate(() => window.tabs.up())));
  const told = await Promise.all(
    pages.map((page, tab) => page.evaluate(([n, acts]) => window.tabs.perform(n, acts), [tab, tabs[tab] ?? []] as const)),
  );
  const done: readonly Done[] = told.flat();
  const atOnce = judge(rows, done, (await first.evaluate(() => window.tabs.dump())).rows);
  for (const page of pages) await page.close();
  // The next start looks into every tab's journal: it must neither double a row nor bring an erased one back.
  const last = await openPage(context, url);
  await last.evaluate(() => window.tabs.up());
  const later = judge(rows, done, (await last.evaluate(() => window.tabs.dump())).rows);
  const refusals: Record<string, number> = {};
  for (const { refusal } of done) if (refusal !== null) refusals[refusal] = (refusals[refusal] ?? 0) + 1;
  return {
    ...{ seed, version, tabs: tabs.length, acts: done.length, refusals },
    acknowledged: done.filter((one) => one.acknowledged !== null).length,
    answers: done.filter(({ act, acknowledged }) => act.do === 'answer' && acknowledged !== null).length,
    lost: [...new Set([...atOnce.lost, ...later.lost])],
    doubled: [...new Set([...atOnce.doubled, ...later.doubled])],
  };
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'tabs' in window);
  return page;
}
