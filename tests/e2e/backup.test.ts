import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser } from './browser.ts';
import { chooseBackup, restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { clearStorage, exportBackup, readBackup, type BackupFile } from './storage.ts';
import { expectQuiet, useApp, visit } from './visit.ts';

/** What belongs to learners; courses come back by themselves, with times of their own. */
const LEARNERS_TABLES = ['users', 'exerciseAttempts', 'progressSnapshots', 'learningFacts', 'drafts', 'chatMessages'];

inBrowser('a backup', () => {
  const app = useApp();

  it('goes out by one button and comes back whole after everything was cleared', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, await halfWay('Amina'));
    const before = await exportBackup(page);
    await clearStorage(page);
    await page.goto(app.server.url);
    await page.reload();
    await page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
    await restore(page, before);
    const after = await exportBackup(page);
    expect(learnersRows(readBackup(after))).toEqual(learnersRows(readBackup(before)));
    expect(readBackup(before).tables.exerciseAttempts?.length).toBeGreaterThan(0);
    expectQuiet(visited);
  });

  it('shows who is in it before anything is restored', async () => {
    const { page } = await visit(app.browser, app.server.url);
    await chooseBackup(page, await halfWay('Amina'));
    await page.getByText('Amina', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
  });

  it('of which nothing can be read is refused in words, and nothing of it stays', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    const whole = readBackup(await halfWay('Amina'));
    const { format, app: version, tables } = whole;
    const damaged: [string, string][] = [
      [JSON.stringify(whole).slice(0, 500), t('firstRun.backupNotJson')],
      ['{"hello":"world"}', t('firstRun.backupNotOurs')],
      [JSON.stringify({ format, app: version, madeAt: 1, tables, schema: 99 }), t('firstRun.backupNewer')],
    ];
    for (const [text, words] of damaged) {
      await chooseBackup(page, text);
      await page.getByRole('status').getByText(words).waitFor();
    }
    await page.reload();
    await page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
    expectQuiet(visited);
  });

  it('that is damaged says what is missing, and brings back the rest', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    const whole = await halfWay('Amina');
    const attempts = readBackup(whole).tables.exerciseAttempts?.length ?? 0;
    await chooseBackup(page, whole.replace('"verdict":"PASSED"', '"verdict":"PAS?ED"'));
    await page.getByText(t('firstRun.backupDamaged', { count: 1 })).waitFor();
    await page.getByRole('button', { name: t('firstRun.restore') }).click();
    await page.getByRole('navigation', { name: t('common.mainNavigation') }).waitFor();
    expect(readBackup(await exportBackup(page)).tables.exerciseAttempts).toHaveLength(attempts - 1);
    expectQuiet(visited);
  });
});

function learnersRows(backup: BackupFile): Record<string, unknown> {
  const byId = (table: string): unknown[] => [...(backup.tables[table] ?? [])].sort((a, b) => a.id.localeCompare(b.id));
  return Object.fromEntries(LEARNERS_TABLES.map((table) => [table, byId(table)]));
}
