import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { QUIET, type FoundBrowser } from '../../../src/cli/browser/find-browser.ts';
import { readNetLog } from './net-log.ts';
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

  const end = async (): Promise<void> => {
    await Promise.race([current.browser.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 10_000))]);
    logs.push(...readNetLog(current.netLog, [new URL(url).host, trap.address, trap.proxy]));
    rmSync(current.folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    trap,
    async attack(attack) {
      const { page, canary } = current;
      trap.takeVisits();
      current.requests.length = 0;
      current.incidents.length = 0;
      const from = Date.now();
      let endured: Endured | null = null;
      try {
        endured = await withPatience(page.evaluate((a) => window.torture.endure(a), attack));
      } catch (error) {
        current.incidents.push(`the page did not answer: ${String(error).split('\n', 1)[0] ?? ''}`);
      }
      const to = Date.now();
      const requests = [...current.requests];
      const incidents = [...current.incidents];
      if (endured === null || incidents.length > 0) {
        await end();
        current = await openPage(url, found, trap);
      }
      const visits = trap.takeVisits(Object.values(attack.files).join());
      const caught = visits.reduce((sum, visit) => sum + (visit.split(canary).length - 1) * canary.length, 0);
      return { endured, requests: [...requests, ...visits], canaryBytes: caught, incidents, from, to };
    },
    async close() {
      await end();
      await trap.close();
      return logs;
    },
  };
}

interface OpenPage {
  readonly browser: Browser;
  readonly page: Page;
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
  const note = (request: Request, how: string): void => {
    const address = request.url();
    const isOwn = address.startsWith('blob:') || address.startsWith('data:') || address.startsWith(`${origin}/assets/`);
    if (!isOwn) requests.push(`${how} ${address.slice(0, 200)}`);
  };
  await page.goto(url);
  await page.waitForFunction(() => 'torture' in window);
  const canary = `canary-${crypto.randomUUID()}`;
  await page.evaluate((words) => window.torture.prepare(words), canary);
  context.on('requestfinished', (request) => note(request, 'answered'));
  // One that the policy stopped never was on its way; one that ended with its worker shows in the trap and in the
  // browser's own log, if it got that far.
  const isStopped = (request: Request): boolean => ['csp', 'net::ERR_ABORTED'].includes(request.failure()?.errorText ?? '');
  context.on('requestfailed', (request) => (isStopped(request) ? undefined : note(request, 'failed')));
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
  page.on('crash', () => incidents.push('the page crashed'));
  page.on('close', () => incidents.push('the page was closed'));
  trap.takeVisits();
  return { browser, page, canary, folder, netLog, requests, incidents };
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('for too long')), PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
