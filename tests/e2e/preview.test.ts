import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser, temporaryFolder } from './browser.ts';
import { hornbook, startHornbook } from './hornbook.ts';
import { check, choose, heading, option } from './player.ts';
import { expectQuiet, useApp, visit } from './visit.ts';

/** A build of the app, where there is none of these sources yet. */
const LIMIT_MS = 240_000;

interface Preview {
  readonly url: string;
  /** The course that is written. */
  readonly course: string;
  readonly lesson: { readonly read: () => string; readonly write: (text: string) => void };
  /** Ends it as Ctrl+C does; gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

async function preview(): Promise<Preview> {
  const folder = temporaryFolder();
  expect((await hornbook(folder, ['new', 'tea', '--language', 'javascript'])).code).toBe(0);
  const child = startHornbook(folder, ['preview', 'tea', '--port', '0', '--json']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const told = JSON.parse(line) as { url?: string };
      if (told.url !== undefined) resolve(told.url);
    });
    child.stderr.on('data', (text: Buffer) => console.log(text.toString()));
    child.once('close', () => reject(new Error('the preview ended')));
  });
  const file = join(folder, 'tea/lessons/010-hours-and-minutes/lesson.md');
  return {
    url,
    course: join(folder, 'tea'),
    lesson: { read: () => readFileSync(file, 'utf8'), write: (text) => writeFileSync(file, text) },
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Everything that this origin keeps outside the page. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const workers = await navigator.serviceWorker.getRegistrations();
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return { names, workers: workers.length, notes: Object.keys(localStorage), files };
  });

inBrowser('hornbook preview', () => {
  const app = useApp();

  it('shows the course as a learner sees it, follows what is saved, and keeps the last good version', async () => {
    const { url, lesson, stop } = await preview();
    const visited = await visit(app.browser, url);
    const { page } = visited;
    await page.getByText('Preview of Tea, version 0.1.0. Nothing that you do here is kept.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Tea' }).waitFor();
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    await heading(page, 1, 3).waitFor();

    await choose(page, 'sum');
    await check(page);
    await page.getByText(t('player.rightLead'), { exact: true }).waitFor();

    // An edit is shown where the learner is, with their answer.
    const first = lesson.read();
    const address = page.url();
    lesson.write(first.replace('How long is that?', 'How long is that in all?'));
    await page.getByText('How long is that in all?').waitFor();
    expect([page.url(), await option(page, 'sum').isChecked()]).toEqual([address, true]);

    // A broken one is not shown, but told.
    lesson.write(first.replace('How long is that?', 'How long, now?').replace('text: 7 minutes\n    why', 'text: 7 minutes\n    whi'));
    await page.getByText('Expected a known field (did you mean why?); found whi.').waitFor();
    await page.getByText(t('preview.lastGood', { again: 'itself' })).waitFor();
    expect(await page.getByText('How long is that in all?').isVisible()).toBe(true);

    lesson.write(first.replace('How long is that?', 'How long, now?'));
    await page.getByText('How long, now?').waitFor();
    await page.getByText(t('preview.lastGood', { again: 'itself' })).waitFor({ state: 'detached' });
    expect(await kept(page)).toEqual({ names: ['hornbook-preview'], workers: 0, notes: [], files: [] });
    expectQuiet(visited);

    // Each start begins anew.
    await page.reload();
    await heading(page, 1, 3).waitFor();
    expect(await option(page, 'sum').isChecked()).toBe(false);
    expect(await stop()).toBe(0);
    await page.getByText(t('preview.lost')).waitFor();
  }, LIMIT_MS);

  it('at an address without one says so, and leaves what a learner keeps there alone', async () => {
    const { page } = await visit(app.browser, `${app.server.url}?preview`);
    await page.getByText(t('preview.lost')).waitFor();
    expect(await kept(page)).toEqual({ names: ['hornbook-preview'], workers: 0, notes: [], files: [] });
  });
});
