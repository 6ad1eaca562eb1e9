import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { QUIET, type FoundBrowser } from '../../src/cli/browser/find-browser.ts';

/** The two ways in which Chromium keeps IndexedDB. */
export const BACKENDS = {
  leveldb: ['--disable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
  sqlite: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
} as const;
export type Backend = keyof typeof BACKENDS;

/** A browser on a profile on disk, in processes that can all be killed at one stroke. */
export interface BrowserOnDisk {
  readonly page: Page;
  readonly browser: Browser;
  /** As a loss of power ends it. */
  readonly kill: () => Promise<void>;
  /** As a learner ends it. */
  readonly quit: () => Promise<void>;
}

export interface OnDiskOptions {
  readonly found: Extract<FoundBrowser, { ok: true }>;
  readonly profile: string;
  readonly backend: Backend;
  readonly env?: NodeJS.ProcessEnv;
}

const STARTS_WITHIN_MS = 60_000;
const QUITS_WITHIN_MS = 10_000;

export async function openOnDisk({ found, profile, backend, env = {} }: OnDiskOptions): Promise<BrowserOnDisk> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const args = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...QUIET, ...BACKENDS[backend]];
  if (!found.sandbox) args.push('--no-sandbox');
  const child = spawn(found.path, [...args, 'about:blank'], { detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
  const exited = once(child, 'exit');
  const kill = async (): Promise<void> => {
    killGroup(child);
    await exited;
    await untilGone(child);
  };
  try {
    const port = await untilPort(portFile);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('The browser has no page');
    const quit = async (): Promise<void> => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await Promise.race([exited, pause(QUITS_WITHIN_MS)]);
      await kill();
    };
    return { page, browser, kill, quit };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function untilPort(file: string): Promise<number> {
  for (const start = Date.now(); Date.now() - start < STARTS_WITHIN_MS;) {
    await pause(20);
    const [line = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (Number(line) > 0) return Number(line);
  }
  throw new Error('The browser did not start in time');
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** The group's last process writes no more once nobody answers to its name. */
async function untilGone({ pid }: ChildProcess): Promise<void> {
  for (let tries = 0; pid !== undefined && tries < 500; tries++) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await pause(10);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
