import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { fromElsewhere, sayItIs, showBackup } from './restoring.ts';
import { exportBackup, readBackup } from './storage.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

inBrowser('restoring to a device in use', () => {
  const app = useApp();

  it('asks who is who, lists what differs, puts both sides together, and can be undone', { timeout: 120_000 }, async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    await restore(page, await halfWay('Amina'));
    const before = readBackup(await exportBackup(page));
    await showBackup(page, await fromElsewhere());
    await page.getByText(t('restore.whyAlike', { here: 'Amina', why: 'name' })).waitFor();
    await page.getByRole('button', { name: t('restore.goNew') }).click();
    await page.getByRole('status').getByText(t('restore.answerFirst', { name: 'Amina' })).waitFor();
    await sayItIs(page, 'Amina');
    await page.getByRole('heading', { name: t('restore.differ') }).waitFor();
    await page.getByText('# typed elsewhere').first().waitFor();
    await page.getByRole('button', { name: t('restore.go', { mode: 'merge' }) }).click();
    await page.getByText(t('restore.done'), { exact: true }).waitFor();
    expect(await axeFindings(page, 'all')).toEqual([]);

    const merged = readBackup(await exportBackup(page));
    expect(merged.tables.users).toHaveLength(1);
    expect(merged.tables.exerciseAttempts).toHaveLength(2 * (before.tables.exerciseAttempts?.length ?? 0));
    // The bar is put away by going elsewhere; My data still has the offer.
    await page.getByRole('button', { name: t('common.undo') }).first().click();
    await expect.poll(async () => readBackup(await exportBackup(page)).tables.exerciseAttempts).toEqual(before.tables.exerciseAttempts);
    expectQuiet(visited);
  });

  it('says of a damaged file what is missing, and brings the rest', { timeout: 60_000 }, async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    const whole = await halfWay('Amina');
    await restore(page, await halfWay('Ben'));
    await showBackup(page, whole.replace('"verdict":"PASSED"', '"verdict":"PAS?ED"'));
    await page.getByText(t('restore.lost', { table: 'exerciseAttempts', rows: 1 })).waitFor();
    await page.getByRole('button', { name: t('restore.goNew') }).click();
    await page.getByText(t('restore.done'), { exact: true }).waitFor();
    const { users, exerciseAttempts } = readBackup(await exportBackup(page)).tables;
    expect(users).toHaveLength(2);
    expect(exerciseAttempts).toHaveLength(2 * (readBackup(whole).tables.exerciseAttempts?.length ?? 0) - 1);
    expectQuiet(visited);
  });
});
