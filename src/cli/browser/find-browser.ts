import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A Chromium that was seen to start; or why there is none. */
export type FoundBrowser =
  | { readonly ok: true; readonly path: string; readonly sandbox: boolean; readonly version: string }
  | { readonly ok: false; readonly reason: string };

/** What the browser would do behind our back, switched off. */
export const QUIET = [
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const MINUTE = 60_000;

/**
 * An installed Chrome, Chromium or Edge (`CHROME_PATH` first); else Playwright's own download; else, on Debian as
 * root, Debian's package. Each is started once before it is believed. Prints what it has to fetch.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser> {
  const reasons: string[] = [];
  for (const path of installedBrowsers(env)) {
    const found = await tryToStart(path);
    if (found.ok) return found;
    reasons.push(found.reason);
  }
  for (const fetchBrowser of [downloadBrowser, installFromDebian]) {
    const path = await fetchBrowser(env);
    const found = typeof path === 'string' ? await tryToStart(path) : { ok: false as const, reason: path.because };
    if (found.ok) return found;
    reasons.push(found.reason);
  }
  return { ok: false, reason: ['no Chrome, Chromium or Edge starts here', ...reasons].join('; ') };
}

/** `CHROME_PATH`, then the search path, then the usual places. */
export function installedBrowsers(env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)]));
  const all = [env.CHROME_PATH ?? '', ...onPath, ...PLACES].filter((path) => path !== '' && existsSync(path));
  return [...new Map(all.map((path) => [realpathSync(path), path])).values()];
}

/** Root cannot use Chromium's sandbox; some containers allow it to nobody. */
async function tryToStart(path: string): Promise<FoundBrowser> {
  let reason = '';
  for (const sandbox of process.getuid?.() === 0 ? [false] : [true, false]) {
    try {
      const browser = await chromium.launch({ executablePath: path, chromiumSandbox: sandbox, args: QUIET, timeout: MINUTE });
      const version = browser.version();
      await browser.close();
      return { ok: true, path, sandbox, version };
    } catch (error) {
      reason = `${path} does not start (${String(error).split('\n', 1)[0] ?? ''})`;
    }
  }
  return { ok: false, reason };
}

type NotFetched = { readonly because: string };

async function downloadBrowser(env: NodeJS.ProcessEnv): Promise<string | NotFetched> {
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const host = new URL(env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev').hostname;
  const hasProxy = (env.HTTPS_PROXY ?? env.https_proxy ?? '') !== '';
  if (!hasProxy && !(await isReachable(host))) return { because: `${host} cannot be reached for Playwright's download` };
  console.log('No browser is installed: fetching Playwright’s Chromium …');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const done = spawnSync(process.execPath, [cli, 'install', 'chromium'], { timeout: 4 * MINUTE, encoding: 'utf8' });
  return done.status === 0 ? chromium.executablePath() : { because: `Playwright's download did not work (${lastLine(done)})` };
}

function installFromDebian(): NotFetched | string {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^ID=debian$/m.test(release)) return { because: 'not on Debian, so no package to install' };
  if (process.getuid?.() !== 0) return { because: 'not root, so Debian’s chromium cannot be installed from here' };
  console.log('No browser is installed: installing Debian’s chromium …');
  const options = { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update'], { ...options, timeout: 2 * MINUTE });
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  const done = spawnSync('apt-get', install, { ...options, timeout: 6 * MINUTE });
  return done.status === 0 ? '/usr/bin/chromium' : { because: `apt-get install chromium did not work (${lastLine(done)})` };
}

/** A name that resolves within three seconds; Playwright's CLI would try five times for half a minute each. */
async function isReachable(host: string): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 3_000).unref());
  return Promise.race([lookup(host).then(() => true, () => false), late]);
}

function lastLine(done: SpawnSyncReturns<string>): string {
  if (done.error !== undefined) return done.error.message;
  return done.stderr.trim().split('\n').at(-1) ?? `exit ${String(done.status)}`;
}
