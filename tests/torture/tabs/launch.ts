import { chromium, type Browser } from 'playwright-core';
import { QUIET, type FoundBrowser } from '../../../src/cli/browser/find-browser.ts';

/** A browser whose contexts each have a storage of their own, gone with them. */
export const launchFound = (found: Extract<FoundBrowser, { ok: true }>): Promise<Browser> =>
  chromium.launch({ executablePath: found.path, chromiumSandbox: found.sandbox, args: [...QUIET] });
