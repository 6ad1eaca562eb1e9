import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser } from './browser.ts';
import { demoCourses } from './courses.ts';
import { begin } from './first-run.ts';
import { answer, editor, openExercise, writeCode } from './player.ts';
import { goTo } from './storage.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

const [python] = demoCourses();
const find = (type: string) => python?.exercises.find((one) => one.type === type) ?? expect.fail(`no ${type}`);

inBrowser('what a second look found', () => {
  const app = useApp();

  it('R goes to the reason under the chosen option, and the hint button reads as words', async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    await begin(page, 'Amina');
    const choice = find('MULTIPLE_CHOICE');
    await openExercise(page, choice.lessonId, choice.id);
    await answer(page, choice, 'wrong');
    await page.keyboard.press('r');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(t('player.notYetLead'));
    await page.getByRole('button', { name: `${t('player.hint')} ${t('player.hintCount', { n: 0, total: choice.hints.length })}` }).waitFor();
    expectQuiet(visited);
  });

  it('a long line of code slides under the line numbers, not through them', async () => {
    const { page } = await visit(app.browser, app.server.url, UNCACHED);
    await begin(page, 'Amina');
    const code = find('CODE_COMPLETION');
    await openExercise(page, code.lessonId, code.id);
    await editor(page).waitFor();
    await writeCode(page, 'y'.repeat(2_000));
    const gutter = await page.locator('.cm-gutters').evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(gutter).toMatch(/^rgb\(/);
  });

  it('the end of a course whose exercises were skipped claims nothing that was not done', async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    await begin(page, 'Amina');
    const lessons = python?.lessons ?? [];
    for (const [index, { id }] of lessons.entries()) {
      if (index === 0) await goTo(page, `#/learn/${id}`);
      const inLesson = python?.exercises.filter(({ lessonId }) => lessonId === id) ?? [];
      for (const [at] of inLesson.entries()) {
        await page.getByRole('heading', { name: t('player.yourTurnOf', { n: at + 1, total: inLesson.length }) }).waitFor();
        await page.getByRole('button', { name: t('player.skip') }).click();
      }
      await page.getByRole('button', { name: t('player.endAnyway') }).click();
    }
    await page.getByText(t('player.courseDoneOpenWords', { count: python?.exercises.length ?? 0 })).waitFor();
    expect(await page.getByText(t('player.courseDoneWords')).count()).toBe(0);
    expectQuiet(visited);
  });

  it('no button of the player is cut on a phone, however large the letters', async () => {
    const { page } = await visit(app.browser, app.server.url, { ...UNCACHED, viewport: { width: 360, height: 740 } });
    await begin(page, 'Amina');
    await goTo(page, '#/settings');
    for (const size of ['textSize', 'codeSize'] as const) {
      const radios = page.getByRole('group', { name: t(`settings.${size}`) });
      // The choice shows once it is stored, a moment after the click.
      await radios.getByRole('radio', { name: '150%' }).click({ force: true });
      await radios.getByRole('radio', { name: '150%', checked: true }).waitFor();
    }
    const code = find('CODE_COMPLETION');
    await openExercise(page, code.lessonId, code.id);
    await page.getByRole('tab', { name: t('player.work') }).click();
    const cut = await page.locator('.action-bar .button').evaluateAll((buttons) =>
      buttons.filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth).map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('arrows point the way of the text where it runs from right to left', async () => {
    const { page } = await visit(app.browser, app.server.url, UNCACHED);
    await begin(page, 'Amina');
    const arrow = page.locator('.lucide-arrow-right').first();
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    // Not at once: under reduced motion any change takes a millisecond.
    await expect.poll(() => arrow.evaluate((icon) => getComputedStyle(icon).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });
});
