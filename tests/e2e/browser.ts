import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';
import { describe, inject, onTestFinished } from 'vitest';
import { QUIET } from '../../src/cli/browser/find-browser.ts';

const found = inject('browser');

/** `describe` where a Chromium was found; elsewhere the tests count as skipped (the setup has printed why). */
export function inBrowser(name: string, tests: () => void): void {
  (found.ok ? describe : describe.skip)(name, tests);
}

/** A headless Chromium with a fresh profile. The caller closes it. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch(withOurs(options));
}

/** A Chromium on a profile of its own, which it finds again when started on the same folder. The caller closes it. */
export async function launchPersistent(profile: string, options: LaunchOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, withOurs(options));
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

function withOurs(options: LaunchOptions): LaunchOptions {
  if (!found.ok) throw new Error(found.reason);
  const ours = { executablePath: found.path, chromiumSandbox: found.sandbox };
  return { ...ours, ...options, args: [...QUIET, ...(options.args ?? [])] };
}
