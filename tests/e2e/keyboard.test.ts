import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { demoCourses, readCourse } from './courses.ts';
import { restore } from './first-run.ts';
import { makeBackup } from './make-backup.ts';
import { checked, editor, heading, openExercise, option, primaryAction, saved, textField, hintShown, type AnyExercise } from './player.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

const freeForm = readCourse('tests/fixtures/courses/free-form');
const [python] = demoCourses();

/** Nothing in this file uses a pointer. */
inBrowser('by keyboard alone', () => {
  const app = useApp();
  let backup = '';
  beforeAll(async () => {
    backup = await makeBackup('Amina', [freeForm]);
  });

  it('a newcomer goes from the first run through a whole lesson', async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    const { keyboard } = page;
    await page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
    await tabTo(page, t('firstRun.name'));
    await keyboard.type('Amina');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Amina' }).waitFor();
    await tabTo(page, t('common.library'));
    await keyboard.press('Enter');
    await tabTo(page, python?.course.title ?? '');
    await keyboard.press('Enter');
    await tabTo(page, t('course.wayIn', { kind: 'start' }));
    await keyboard.press('Enter');

    const exercises: readonly AnyExercise[] = python?.exercises.filter(({ lessonId }) => lessonId === 'python-intro:names') ?? [];
    const [choice, code] = exercises;
    if (choice?.type !== 'MULTIPLE_CHOICE' || code?.type !== 'CODE_COMPLETION') throw new Error('the course has changed');
    await heading(page, 1, 2).waitFor();
    await option(page, choice.answerKey.optionId).waitFor({ state: 'attached' });
    const place = choice.options.findIndex(({ id }) => id === choice.answerKey.optionId) + 1;
    await keyboard.press(String(place === 1 ? 2 : 1));
    await expect.poll(() => page.locator('input[type=radio]:checked').count()).toBe(1);
    await keyboard.press('ControlOrMeta+Enter');
    await checked(page);
    expect(await primaryAction(page)).toBe('check');
    await keyboard.press('h');
    await keyboard.press('h');
    await hintShown(page, 1, choice.hints.length);
    await keyboard.press(String(place));
    await expect.poll(() => option(page, choice.answerKey.optionId).isChecked()).toBe(true);
    await keyboard.press('ControlOrMeta+Enter');
    await checked(page);
    await expect.poll(() => primaryAction(page)).toBe('next');
    await keyboard.press('ControlOrMeta+Enter');

    await heading(page, 2, 2).waitFor();
    await editor(page).waitFor();
    await keyboard.press('e');
    await expect.poll(() => focused(page)).toMatch(new RegExp(t('player.codeName', { file: '' })));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press('Delete');
    await keyboard.insertText(code.answerKey.files[code.starter.entry] ?? '');
    await keyboard.press('ControlOrMeta+s');
    await saved(page);
    await keyboard.press('Tab');
    expect(await focused(page)).toMatch(new RegExp(t('player.codeName', { file: '' })));
    await keyboard.press('ControlOrMeta+z');
    await keyboard.press('Escape');
    expect(await focused(page)).toMatch(new RegExp(t('player.check')));
    await keyboard.press('ControlOrMeta+Enter');
    await checked(page);
    await keyboard.press('r');
    await expect.poll(() => focused(page)).toBe(t('player.results'));
    await tabTo(page, t('player.tries', { count: 1 }));
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: t('player.history') }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog', { name: t('player.history') }).waitFor({ state: 'detached' });
    await keyboard.press('p');
    await heading(page, 1, 2).waitFor();
    await keyboard.press('n');
    await heading(page, 2, 2).waitFor();
    await expect.poll(() => primaryAction(page)).toBe('next');
    await keyboard.press('ControlOrMeta+Enter');
    const done = t('player.lessonDone', { lesson: python?.lessons[0]?.title ?? '' });
    await page.getByRole('heading', { level: 1, name: done }).and(page.locator(':focus')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await keyboard.press('ControlOrMeta+Enter');
    await page.getByRole('heading', { level: 1, name: python?.lessons[1]?.title ?? '', exact: true }).waitFor();
    expectQuiet(visited);
  });

  it('writes a free answer, resets it and takes that back', async () => {
    const [sender] = freeForm.exercises;
    if (sender === undefined) throw new Error('the fixture has changed');
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    await restore(page, backup);
    await openExercise(page, sender.lessonId, sender.id);
    await textField(page).waitFor();
    await page.keyboard.press('e');
    // Letters that come before the field has the cursor are keys of the player's.
    await expect.poll(() => textField(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('ana rojas');
    await expect.poll(() => textField(page).inputValue()).toBe('ana rojas');
    await page.keyboard.press('Escape');
    await tabTo(page, t('answers.resetLong'));
    await page.keyboard.press('Enter');
    await tabTo(page, t('common.undo'));
    await page.keyboard.press('Enter');
    await expect.poll(() => textField(page).inputValue()).toBe('ana rojas');
    await page.keyboard.press('ControlOrMeta+Enter');
    await checked(page);
    expect(await primaryAction(page)).toBe('next');
    expectQuiet(visited);
  });

  it('finds a course, opens it, looks at all keys, and changes the settings', async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    const { keyboard } = page;
    await restore(page, backup);
    await tabTo(page, t('common.library'));
    await keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
    await tabTo(page, t('library.search'));
    await keyboard.type('python');
    await tabTo(page, 'Python introduction');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Python introduction' }).waitFor();
    await keyboard.press('?');
    await page.getByRole('dialog', { name: t('common.keys') }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog', { name: t('common.keys') }).waitFor({ state: 'detached' });

    await tabTo(page, t('common.account', { name: 'Amina' }));
    await keyboard.press('Enter');
    await page.getByRole('link', { name: t('common.settings') }).waitFor();
    await tabTo(page, t('common.settings'));
    await keyboard.press('Enter');
    await page.getByRole('radio', { name: t('settings.theme', { theme: 'system' }), checked: true }).waitFor();
    await tabTo(page, t('settings.theme', { theme: 'system' }));
    await keyboard.press('ArrowRight');
    await page.getByRole('radio', { name: t('settings.theme', { theme: 'light' }), checked: true }).waitFor();
    await tabTo(page, t('settings.singleKeys'));
    await keyboard.press('Space');
    await expect.poll(async () => (await page.getByRole('switch').getAttribute('aria-checked')) ?? String(await page.getByRole('switch').isChecked())).toBe('false');
    await keyboard.press('?');
    expect(await page.getByRole('dialog', { name: t('common.keys') }).count()).toBe(0);
    await tabTo(page, t('settings.yourName'));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('Zoë');
    await keyboard.press('Enter');
    await page.getByText(t('settings.renamed', { name: 'Zoë' })).waitFor();
    expectQuiet(visited);
  });

  it('skips to the content, and asks before it erases', async () => {
    const visited = await visit(app.browser, `${app.server.url}#/data`);
    const { page } = visited;
    await restore(page, backup);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: t('common.myData') }).waitFor();
    await tabTo(page, t('common.skipToContent'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await tabTo(page, t('data.eraseWhat', { what: t('data.eraseAll') }));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, t('data.keepIt'));
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(new RegExp(t('data.eraseVerb')));
    expectQuiet(visited);
  });
});

/** Presses Tab until what is focused bears this name; a whole round without it fails. */
async function tabTo(page: Page, name: string): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    const here = await focused(page);
    if (here.includes(name)) return;
    met.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to “${name}”, only to: ${[...new Set(met)].join(' | ')}`);
}

/** The name of what is focused, into shadow roots; of a mere place its label alone. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
    const canAct = element.matches('a, button, summary, select, input, textarea, [contenteditable], [tabindex="0"]');
    if (!canAct) return element.getAttribute('aria-label') ?? '';
    return element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : element.innerText);
  });
}
