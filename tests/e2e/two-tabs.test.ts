import { beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { href } from '../../src/ui/routes.ts';
import { inBrowser } from './browser.ts';
import { demoCourses } from './courses.ts';
import { begin, restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { codeIn, editor, openExercise, option, primary, primaryAction, saved, writeCode } from './player.ts';
import { goTo } from './storage.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

const exercises = demoCourses().flatMap((course) => course.exercises);
const code = exercises.find(({ id }) => id === 'python-intro:names.bill');

inBrowser('two tabs', () => {
  const app = useApp();
  let backup = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
  });

  it('R17: the second shows the draft read-only, reads along, and takes over when asked; neither overwrites the other', async () => {
    if (code === undefined) throw new Error('the course has changed');
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page: first, newTab } = visited;
    await restore(first, backup);
    await openExercise(first, code.lessonId, code.id);
    await writeCode(first, 'from the first');
    await saved(first);

    const second = await newTab(href.lesson(code.lessonId, code.id));
    await second.getByText(t('player.elsewhere'), { exact: true }).waitFor();
    await expect.poll(() => codeIn(second)).toBe('from the first');
    expect(await editor(second).getAttribute('aria-readonly')).toBe('true');
    await editor(second).click();
    await second.keyboard.insertText('not to be kept');
    await first.bringToFront();
    await editor(first).press('End');
    await first.keyboard.insertText(', still');
    await expect.poll(() => codeIn(second)).toBe('from the first, still');

    await second.bringToFront();
    await second.getByRole('button', { name: t('player.takeOver') }).click();
    await second.getByText(t('player.elsewhere'), { exact: true }).waitFor({ state: 'detached' });
    expect(await codeIn(second)).toBe('from the first, still');
    await first.getByText(t('player.elsewhere'), { exact: true }).waitFor();
    await writeCode(second, 'from the second');
    await saved(second);
    await expect.poll(() => codeIn(first)).toBe('from the second');

    await second.close();
    await first.reload();
    await expect.poll(() => codeIn(first)).toBe('from the second');
    expect(await primaryAction(first)).toBe('check');
    expectQuiet(visited);
  });

  it('show each other’s progress without being told', async () => {
    const choice = exercises.find((exercise) => exercise.type === 'MULTIPLE_CHOICE');
    if (choice === undefined) throw new Error('the course has changed');
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page: first, newTab } = visited;
    await begin(first, 'Amina');
    await goTo(first, href.course('python-intro'));
    expect(await first.getByRole('progressbar').count()).toBe(0);
    const second = await newTab(href.lesson(choice.lessonId, choice.id));
    await option(second, choice.answerKey.optionId).check({ force: true });
    await primary(second).click();
    await expect
      .poll(() => first.getByRole('progressbar', { name: t('course.progress') }).getAttribute('aria-valuenow', { timeout: 5_000 }))
      .toBe('25');
    expectQuiet(visited);
  });
});
