import { rmSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Exercise } from '../../db/models/exercise.ts';
import { t } from '../../src/i18n/text.ts';
import { inBrowser, launchPersistent, temporaryFolder } from './browser.ts';
import { demoCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { answer, openExercise } from './player.ts';
import { serve, type AppServer } from './serve.ts';
import { exportBackup, readBackup } from './storage.ts';

const exercise = demoCourses()
  .flatMap((course) => course.exercises as readonly Exercise[])
  .find((one) => one.type === 'MULTIPLE_CHOICE');

/** What the journal beside the database is for, with a real profile on a disk. */
inBrowser('work that is gone from the database', () => {
  let server: AppServer;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(() => server.stop());

  const open = async (profile: string): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await launchPersistent(profile, {});
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(server.url);
    return { context, page };
  };
  /** A learner answers one exercise right and closes the browser. */
  const answeredOnce = async (profile: string): Promise<string> => {
    if (exercise === undefined) throw new Error('No bundled course has a choice');
    const { context, page } = await open(profile);
    await begin(page, 'Ada');
    await openExercise(page, exercise.lessonId, exercise.id);
    await answer(page, exercise, 'right');
    const [attempt] = readBackup(await exportBackup(page)).tables.exerciseAttempts ?? [];
    await context.close();
    return String(attempt?.id);
  };

  it.each([
    ['deleted', (folder: string) => rmSync(folder, { recursive: true })],
    ['overwritten', overwrite],
  ] as const)('is back at the next start when its files were %s, and the learner is told', async (_, harm) => {
    const profile = temporaryFolder();
    const attemptId = await answeredOnce(profile);
    harm(join(profile, 'Default', 'IndexedDB'));

    const { context, page } = await open(profile);
    await page.getByText(t('recovery.title'), { exact: true }).waitFor();
    const backup = readBackup(await exportBackup(page));
    expect(backup.tables.exerciseAttempts).toMatchObject([{ id: attemptId, verdict: 'PASSED' }]);
    expect(backup.tables.users).toMatchObject([{ displayName: 'Ada' }]);
    await context.close();
  });
});

/** Every file of the database holds something else. */
function overwrite(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name !== 'LOCK') writeFileSync(join(entry.parentPath, entry.name), 'not a database');
  }
}
