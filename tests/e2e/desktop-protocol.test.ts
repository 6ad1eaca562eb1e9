import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAppProtocol } from '../../electron/app-protocol.ts';
import { t } from '../../src/i18n/text.ts';
import { inBrowser, launch } from './browser.ts';
import { DIST } from './build.ts';
import { demoCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { answer, openExercise, primaryAction, type AnyExercise } from './player.ts';
import { goTo, readBackup } from './storage.ts';
import { expectQuiet, watched } from './visit.ts';

/** Stands for `app://hornbook/`, which only Electron knows; the handler itself answers every request. */
const ORIGIN = 'https://hornbook.test';

inBrowser('the desktop app’s own protocol', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('carries the learner’s journey, code and backup included, under the web build’s policy', async () => {
    const handle = createAppProtocol(DIST);
    const statuses: number[] = [];
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.route(`${ORIGIN}/**`, async (route) => {
      const request = route.request();
      const url = request.url().replace(ORIGIN, 'app://hornbook');
      const response = await handle(new Request(url, { method: request.method(), headers: await request.allHeaders() }));
      statuses.push(response.status);
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    await context.addInitScript(() => {
      const saved: unknown[] = [];
      const bridge = {
        version: '0.1.0',
        saveFile: (request: unknown) => Promise.resolve(void saved.push(request)).then(() => ({ type: 'Saved' })),
        openFile: () => Promise.resolve({ type: 'Cancelled' }),
        copyText: () => Promise.resolve(true),
      };
      Object.assign(window, { hornbook: bridge, saved });
    });
    const visited = await watched(context, `${ORIGIN}/`);
    const { page } = visited;
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await begin(page, 'Amina');
    const exercises: readonly AnyExercise[] = demoCourses().flatMap((course) => course.exercises);
    for (const exercise of exercises) {
      await openExercise(page, exercise.lessonId, exercise.id);
      await answer(page, exercise, 'right');
      expect(await primaryAction(page)).toBe('next');
    }
    await goTo(page, '#/data');
    await page.getByText(t('data.whereIs', { kind: 'desktop' })).waitFor();
    await page.getByRole('button', { name: t('data.export') }).click();
    await expect.poll(() => page.evaluate(() => (window as unknown as { saved: unknown[] }).saved.length)).toBe(1);
    const text = await page.evaluate(() => (window as unknown as { saved: { text: string }[] }).saved[0]?.text ?? '');
    expect(readBackup(text).tables.exerciseAttempts?.length).toBe(exercises.length);
    // The author's preview is another start of the same page. The shell grants no picker of folders: there is a file input.
    await goTo(page, '#/add');
    await page.getByRole('link', { name: t('add.preview') }).click();
    await page.getByLabel(t('preview.openFolder')).waitFor({ state: 'attached' });
    expect([...new Set(statuses)]).toEqual([200]);
    expectQuiet(visited);
  });
});
