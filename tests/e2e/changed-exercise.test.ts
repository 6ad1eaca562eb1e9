import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { href } from '../../src/ui/routes.ts';
import { LESSON } from '../src/packs/source/course-files.ts';
import { inBrowser } from './browser.ts';
import { begin } from './first-run.ts';
import { addPack, inCourse, teaPack } from './packs.ts';
import { goTo } from './storage.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

inBrowser('an exercise that changed since it was solved', () => {
  const app = useApp();

  it('stays solved and says so, until it is solved as it is now', { timeout: 120_000 }, async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    await begin(page, 'Amina');
    const answer = async (option: string, reason: string): Promise<void> => {
      await page.getByRole('radio', { name: option }).click({ force: true });
      await page.getByRole('button', { name: t('player.check') }).click();
      await page.getByText(reason, { exact: true }).waitFor();
    };
    await addPack(page, await teaPack());
    await page.getByRole('link', { name: t('course.wayIn', { kind: 'start' }), exact: true }).click();
    await answer('Green', 'It is.');
    expect(await page.getByText(t('player.changed')).count()).toBe(0);

    const later = await teaPack((files) => {
      inCourse('1.2.3', '1.3.0')(files);
      const lesson = (files[LESSON] ?? '').replace('why: It is., correct: true', 'why: No longer.').replace('why: It is not.', 'why: It is now., correct: true');
      files[LESSON] = lesson.replace('type: MULTIPLE_CHOICE', 'rev: 2\ntype: MULTIPLE_CHOICE');
    });
    await addPack(page, later, t('add.update', { version: '1.3.0' }));
    await goTo(page, href.lesson('tea:first', 'tea:tea.kind'));
    await page.getByText(t('player.changed')).waitFor();
    await page.getByText(t('player.changedWhy')).waitFor();
    await page.getByRole('button', { name: t('player.tryAgain') }).click();
    expect(await page.getByRole('radio', { name: 'Green' }).isChecked()).toBe(false);
    await answer('Black', 'It is now.');
    await page.getByText(t('player.changed')).waitFor({ state: 'detached' });
    expectQuiet(visited);
  });
});
