import { findBrowser } from '../../../src/cli/browser/find-browser.ts';
import { serveFolder } from '../../../src/cli/sandbox-page/serve-folder.ts';
import { buildTabsPage } from '../build-page.ts';
import { launchFound } from '../tabs/launch.ts';
import type { FaultCase } from './fault-case.ts';

/** The same in a real Chromium, for the methods through which a learner's work goes. A string says why not. */
export async function tryFaultsInBrowser(most: number): Promise<FaultCase[] | string> {
  const found = await findBrowser();
  if (!found.ok) return found.reason;
  const server = await serveFolder(await buildTabsPage());
  const browser = await launchFound(found);
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => 'tabs' in window);
    const cases = await page.evaluate((count) => window.tabs.tryFaults(count), most);
    return cases.map((one) => ({ ...one, method: `Chromium: ${one.method}` }));
  } finally {
    await browser.close();
    await server.close();
  }
}
