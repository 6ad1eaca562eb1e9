import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { QUIET, type FoundBrowser } from '../../../src/cli/browser/find-browser.ts';
import { readNetLog } from './net-log.ts';
import { onPlaywrightSlip } from './playwright-slips.ts';
import { setTrap, type Trap } from './trap.ts';
import type { Attack, Endured } from './types.ts';

type Found = Extract<FoundBrowser, { ok: true }>;

/** What came of one attack, seen from outside the page. */
export interface Aftermath {
  /** Null: the page did not answer, or was gone. */
  readonly endured: Endured | null;
  /** Everything that was asked for, or came to the trap. */
  readonly requests: readonly string[];
  /** Of what came to the trap, the bytes of the app's own words. */
  readonly canaryBytes: number;
  /** Windows opened, pages left, dialogs, downloads, crashes. */
  readonly incidents: readonly string[];
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
}

/** A browser of its own with one page in it: the app's runner, canaries in every store, and a trap for what gets out. */
export interface Arena {
  readonly trap: Trap;
  attack(attack: Attack): Promise<Aftermath>;
  /** What the browser's own log of its network holds, once closed. */
  close(): Promise<readonly NetEvent[]>;
}

export interface NetEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly what: string;
}

/** Beyond any limit of the runner's: a run, three checks and two clean ones, on a busy machine. */
const PATIENCE_MS = 300_000;

export async function openArena(url: string, found: Found): Promise<Arena> {
  const trap = await setTrap();
  const logs: NetEvent[] = [];
  let current = await openPage(url, found, trap);
  let hasSlipped = false;
  const forget = onPlaywrightSlip(() => {
    hasSlipped = true;
  });

  const end = async (): Promise<void> => {
    await Promise.race([current.browser.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 10_000))]);
    logs.push(...readNetLog(current.netLog, [new URL(url).host, trap.address, trap.proxy]));
    rmSync(current.folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    trap,
    async attack(attack) {
      const { endure, canary } = current;
      trap.takeVisits();
      current.requests.length = 0;
      current.incidents.length = 0;
      const from = Date.now();
      let endured: Endured | null = null;
      try {
        endured = await withPatience(endure(attack));
      } catch (error) {
        current.incidents.push(`the page did not answer: ${String(error).split('\n', 1)[0] ?? ''}`);
      }
      const to = Date.now();
      const requests = [...current.requests];
      const incidents = [...current.incidents];
      if (endured === null || incidents.length > 0 || current.isGivenUp() || hasSlipped) {
        await end();
        hasSlipped = false;
        current = await openPage(url, found, trap);
      }
      const visits = trap.takeVisits(Object.values(attack.files).join());
      const caught = visits.reduce((sum, visit) => sum + (visit.split(canary).length - 1) * canary.length, 0);
      return { endured, requests: [...requests, ...visits], canaryBytes: caught, incidents, from, to };
    },
    async close() {
      await end();
      await trap.close();
      forget();
      return logs;
    },
  };
}

interface OpenPage {
  readonly browser: Browser;
  readonly endure: (attack: Attack) => Promise<Endured>;
  /** Playwright takes a frame's process that died for the page's, and tells no more of it. */
  readonly isGivenUp: () => boolean;
  readonly canary: string;
  readonly folder: string;
  readonly netLog: string;
  readonly requests: string[];
  readonly incidents: string[];
}

async function openPage(url: string, found: Found, trap: Trap): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-torture-'));
  const netLog = join(folder, 'net.json');
  const { host, origin } = new URL(url);
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: found.sandbox,
    // The app and the trap are reached as they are; all the world beyond, through a proxy that is a trap too.
    args: [...QUIET, `--proxy-server=${trap.proxy}`, `--proxy-bypass-list=<-loopback>;${host};${trap.address}`, `--log-net-log=${netLog}`],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests: string[] = [];
  const incidents: string[] = [];
  const note = (request: Request): void => {
    const address = request.url();
    const isOwn = address.startsWith('blob:') || address.startsWith('data:') || address.startsWith(`${origin}/assets/`);
    if (!isOwn) requests.push(`answered ${address.slice(0, 200)}`);
  };
  await page.goto(url);
  await page.waitForFunction(() => 'torture' in window);
  const canary = `canary-${crypto.randomUUID()}`;
  await page.evaluate((words) => window.torture.prepare(words), canary);
  context.on('requestfinished', note);
  // One that failed tells nothing, whether the policy stopped it or its worker ended: if it was on its way, then the trap,
  // the proxy or the browser's own log has it.
  context.on('page', () => incidents.push('a window was opened'));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) incidents.push(`the page went to ${frame.url()}`);
  });
  page.on('websocket', (socket) => requests.push(`websocket ${socket.url()}`));
  page.on('dialog', (dialog) => {
    incidents.push(`dialog ${dialog.message().slice(0, 100)}`);
    void dialog.dismiss().catch(() => undefined);
  });
  page.on('download', () => incidents.push('download'));
  let isGivenUp = false;
  page.on('crash', () => {
    isGivenUp = true;
  });
  page.on('close', () => incidents.push('the page was closed'));
  trap.takeVisits();
  const endure = await speakTo(page);
  return { browser, endure, isGivenUp: () => isGivenUp, canary, folder, netLog, requests, incidents };
}

/** To the page itself, whatever becomes of its frames. Rejects when the page's own process dies. */
async function speakTo(page: Page): Promise<OpenPage['endure']> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const watcher = await page.context().browser()?.newBrowserCDPSession();
  const crashed = new Promise<never>((_, reject) => {
    watcher?.on('Target.targetCrashed', ({ targetId }) => {
      if (targetId === targetInfo.targetId) reject(new Error('the page crashed'));
    });
  });
  crashed.catch(() => undefined);
  await watcher?.send('Target.setDiscoverTargets', { discover: true });
  return async (attack) => {
    const expression = `window.torture.endure(${JSON.stringify(attack)})`;
    const answer = session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = await Promise.race([answer, crashed]);
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Endured;
  };
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('for too long')), PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
