import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Exercise } from '../../db/models/exercise.ts';
import { t } from '../../src/i18n/text.ts';
import { inBrowser, launchPersistent, temporaryFolder } from './browser.ts';
import { demoCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { answer, openExercise, saved } from './player.ts';
import { exportBackup, readBackup } from './storage.ts';
import { useApp } from './visit.ts';

const [first, second] = demoCourses()
  .flatMap((course) => course.exercises as readonly Exercise[])
  .filter((one) => one.type === 'MULTIPLE_CHOICE');

/** Bytes, of all and of the database. */
async function usageOf(page: Page, origin: string): Promise<{ readonly all: number; readonly indexeddb: number }> {
  const session = await page.context().newCDPSession(page);
  const { usage, usageBreakdown } = await session.send('Storage.getUsageAndQuota', { origin });
  return { all: usage, indexeddb: usageBreakdown.find(({ storageType }) => storageType === 'indexeddb')?.usage ?? 0 };
}

/** The whole of it: `npm run torture -- full-disk`. */
inBrowser('a full disk', () => {
  const app = useApp();

  it('is told once, with what it means, while the answer is saved where the reserve was', async () => {
    if (first === undefined || second === undefined) throw new Error('The courses have changed');
    const profile = temporaryFolder();
    const before = await launchPersistent(profile, {});
    const at = await before.newPage();
    await at.goto(app.server.url);
    await begin(at, 'Ada');
    await openExercise(at, first.lessonId, first.id);
    await answer(at, first, 'right');
    await saved(at);
    // What is kept for offline use comes first: it would go on growing.
    await at.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const { origin } = new URL(app.server.url);
    const rows = (await usageOf(at, origin)).indexeddb;
    await before.close();

    // A browser that runs remembers for a while how much room there was: the quota comes before the page.
    const context = await launchPersistent(profile, {});
    const page = await context.newPage();
    // Until a page opens it, a database counts for nothing.
    const { all, indexeddb } = await usageOf(page, origin);
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.max(1, all - indexeddb + rows - 100_000) });
    await page.goto(app.server.url);
    await openExercise(page, second.lessonId, second.id);
    await answer(page, second, 'right');
    await page.getByText(t('recovery.troubleTitle', { trouble: 'saved' }), { exact: true }).waitFor();
    await page.getByRole('button', { name: t('common.understood') }).click();
    expect(await page.getByText(t('recovery.troubleTitle', { trouble: 'saved' }), { exact: true }).count()).toBe(0);
    const { exerciseAttempts = [] } = readBackup(await exportBackup(page)).tables;
    expect(exerciseAttempts.map(({ exerciseId }) => exerciseId).sort()).toEqual([first.id, second.id].sort());
    await context.close();
  });
});
