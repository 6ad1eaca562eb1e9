import type { TestProject } from 'vitest/node';
import { ensureBuilt } from './build.ts';
import { findBrowser, type FoundBrowser } from '../../src/cli/browser/find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
  }
}

/** Once per run, before the first test: the browser is found (or fetched) and the app is built. */
export default async function setup(project: TestProject): Promise<void> {
  const browser = await findBrowser();
  project.provide('browser', browser);
  if (!browser.ok) console.log(`End-to-end tests in Chromium skipped: ${browser.reason}`);
  await ensureBuilt();
}
