import { createServer, type Server } from 'node:http';
import { createSocket, type Socket } from 'node:dgram';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page, Request } from 'playwright-core';
import { buildSandboxPage } from '../../../src/cli/sandbox-page/build-page.ts';
import { serveFolder } from '../../../src/cli/sandbox-page/serve-folder.ts';
import type { CheckResult, RunResult } from '../../../src/core/run-result.ts';
import type { CheckJob, RunJob } from '../../../src/runner/runner.ts';
import { launch } from '../browser.ts';

/** The command line's sandbox page, and what watches it, under the app's own policy and headers, in a real browser. */
export interface RunnerPage {
  readonly page: Page;
  run(job: RunJob): Promise<RunResult>;
  check(job: CheckJob): Promise<CheckResult>;
  /** Addresses that were really asked for since the page was there. */
  readonly requests: readonly string[];
  /** Longest time, ms, that the page did not get to run since the last call. */
  longestStall(): Promise<number>;
  close(): Promise<void>;
}

export async function openRunnerPage(): Promise<RunnerPage> {
  const server = await serveFolder(await buildSandboxPage(join(import.meta.dirname, 'fixture')));
  const browser = await launch();
  const page = await browser.newPage();
  const requests: string[] = [];
  await page.goto(server.url);
  const note = (request: Request): void => {
    if (!request.url().startsWith('blob:') && !request.url().includes('/assets/')) requests.push(request.url());
  };
  page.on('requestfinished', note);
  // One that the policy stopped never was on its way.
  page.on('requestfailed', (request) => (request.failure()?.errorText === 'csp' ? undefined : note(request)));
  return {
    page,
    requests,
    run: (job) => page.evaluate((j) => window.runner.run(j), job),
    check: (job) => page.evaluate((j) => window.runner.check(j), job),
    longestStall: () => page.evaluate(() => window.longestStall()),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Listens on a loopback port, TCP and UDP alike, and counts who comes. */
export interface Trap {
  readonly port: number;
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function setTrap(): Promise<Trap> {
  const visits: string[] = [];
  const http: Server = createServer((request, response) => {
    visits.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('caught');
  });
  http.on('connection', () => visits.push('TCP'));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const udp: Socket = createSocket('udp4', () => visits.push('UDP'));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  return {
    port,
    visits,
    async close() {
      await new Promise((resolve) => udp.close(() => http.close(resolve)));
    },
  };
}

export const python = (code: string, more: Partial<RunJob> = {}): RunJob => ({
  language: 'python',
  files: { 'main.py': code },
  entry: 'main.py',
  stdin: '',
  ...more,
});

export const javascript = (code: string, more: Partial<RunJob> = {}): RunJob => ({
  language: 'javascript',
  files: { 'main.js': code },
  entry: 'main.js',
  stdin: '',
  ...more,
});

/** Everything written to stdout. */
export const stdoutOf = (result: RunResult): string =>
  result.output.flatMap((chunk) => (chunk.stream === 'stdout' ? [chunk.text] : [])).join('');
