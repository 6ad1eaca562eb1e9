import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBenchPage } from '../../bench/runner/bench-page.ts';
import { inBrowser } from '../browser.ts';
import { python, stdoutOf } from './page.ts';

/** A slow machine boots Python plainly, makes what is kept and boots from it, one after the other. ms */
const PATIENCE = 300_000;

/** How the file is spoilt between two visits. */
const DAMAGES = ['a changed byte', 'bytes that boot nothing, well sealed'] as const;

inBrowser('Python’s kept memory', () => {
  const opened: { page?: Page; close?: () => Promise<void> } = {};
  beforeAll(async () => {
    Object.assign(opened, await openBenchPage());
  });
  afterAll(() => opened.close?.());
  const page = (): Page => {
    if (opened.page === undefined) throw new Error('no page');
    return opened.page;
  };
  const visit = async (): Promise<string> => {
    await page().reload();
    await page().waitForFunction(() => 'runner' in window);
    return stdoutOf(await page().evaluate((job) => window.runner.run(job), python('import unittest\nprint("hello")')));
  };
  /** The first of the kept memories, once there is one. */
  const keptSize = async (): Promise<number> => {
    await page().evaluate(() => window.untilWarm(2));
    return page().evaluate(async () => {
      const cache = await caches.open('hornbook-kept');
      const found = (await cache.keys()).filter(({ url }) => url.includes('python-'));
      const [first] = found;
      return first === undefined || found.length > 1 ? -found.length : ((await (await cache.match(first))?.arrayBuffer())?.byteLength ?? 0);
    });
  };

  it('is made once, and a later visit begins with it', async () => {
    expect(await visit()).toBe('hello\n');
    expect(await keptSize()).toBeGreaterThan(1_000_000);
    const steps: unknown = await page().evaluate(async () => {
      const seen: (boolean | null)[] = [];
      window.runner.watch('python', (preparation) => seen.push(preparation?.isFirst ?? null));
      await window.untilWarm(1);
      return seen;
    });
    expect(steps).toEqual([null]);
    expect(await visit()).toBe('hello\n');
  }, PATIENCE);

  it.each(DAMAGES)('may have %s: Python starts the plain way, and the memory is made anew', async (damage) => {
    const size = await keptSize();
    await page().evaluate(async (kind) => {
      const cache = await caches.open('hornbook-kept');
      const [request] = (await cache.keys()).filter(({ url }) => url.includes('python-'));
      if (request === undefined) throw new Error('nothing is kept');
      const bytes = new Uint8Array((await (await cache.match(request))?.arrayBuffer()) ?? new ArrayBuffer());
      const middle = bytes.length >> 1;
      const content = new TextEncoder().encode('no memory of anything');
      const sealed = new Uint8Array([...new Uint8Array(await crypto.subtle.digest('SHA-256', content)), ...content]);
      const changed = bytes.with(middle, (bytes[middle] ?? 0) ^ 1);
      await cache.put(request, new Response(kind === 'a changed byte' ? changed : sealed));
    }, damage);
    expect(await visit()).toBe('hello\n');
    // Some bytes more or less: it holds the time it was made.
    await expect.poll(async () => Math.abs((await keptSize()) - size), { timeout: PATIENCE, interval: 500 }).toBeLessThan(10_000);
  }, PATIENCE);
});
