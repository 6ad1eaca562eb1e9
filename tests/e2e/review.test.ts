import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { href } from '../../src/ui/routes.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { demoCourses, exercisesOf, lessonsOf } from './courses.ts';
import { begin } from './first-run.ts';
import { answer, checked, codeIn, editor, openExercise, option, saved, type AnyExercise } from './player.ts';
import { goTo } from './storage.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

const [course] = demoCourses();
const [lesson] = course === undefined ? [] : lessonsOf(course);
const [choice, code] = course === undefined || lesson === undefined ? [] : exercisesOf(course, lesson.id);
const DAY = 24 * 3_600_000;
type Of<T extends AnyExercise['type']> = Extract<AnyExercise, { readonly type: T }>;

inBrowser('a review', () => {
  const app = useApp();

  it('asks again what was missed, by keyboard alone, takes a grade back, and ends', { timeout: 180_000 }, async () => {
    const visited = await visit(app.browser, app.server.url, { ...UNCACHED, viewport: { width: 1280, height: 900 } });
    const { page } = visited;
    const { keyboard } = page;
    if (choice?.type !== 'MULTIPLE_CHOICE' || code?.type !== 'CODE_COMPLETION') throw new Error('the course has changed');
    await begin(page, 'Amina');
    await goTo(page, href.review);
    await page.getByText(t('review.none')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await missBoth(page, [choice, code]);
    const typedInLesson = await codeIn(page);

    await page.clock.setSystemTime(Date.now() + DAY);
    await goTo(page, href.home);
    await page.getByRole('link', { name: t('review.dueHome', { count: 2 }) }).focus();
    expect(await axeFindings(page)).toEqual([]);
    await keyboard.press('Enter');
    await page.getByRole('link', { name: t('review.start') }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: t('review.start') }).focus();
    await keyboard.press('Enter');

    await item(page).waitFor();
    expect([await isClean(page, choice, code), await focusedOn(page)]).toEqual([true, lesson?.title]);
    await answerByKeys(page, choice, code);
    expect(await axeFindings(page)).toEqual([]);
    const first = await idOf(page);
    await keyboard.press('ControlOrMeta+Enter');
    await arrived(page, first);

    await keyboard.press('u');
    await expect.poll(() => idOf(page)).toBe(first);
    await grades(page).waitFor();
    await keyboard.press('4');
    await arrived(page, first);
    await answerByKeys(page, choice, code);
    expect(await axeFindings(page)).toEqual([]);
    await leaveEditor(page);
    await keyboard.press('4');
    await page.getByRole('heading', { level: 1, name: t('review.endDone') }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await goTo(page, href.home);
    expect(await page.getByRole('link', { name: t('review.dueHome', { count: 1 }) }).count()).toBe(0);
    await openExercise(page, code.lessonId, code.id);
    expect(await codeIn(page)).toBe(typedInLesson);
    expectQuiet(visited);
  });

  it('shows the answer at Space, asks again what was not known, and goes on after a reload', async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    if (choice?.type !== 'MULTIPLE_CHOICE' || code === undefined) throw new Error('the course has changed');
    await begin(page, 'Amina');
    await openExercise(page, choice.lessonId, choice.id);
    await answer(page, choice, 'wrong');
    await answer(page, choice, 'right');
    await goTo(page, href.reviewSession);
    await item(page).waitFor();
    await option(page, choice.options[0]?.id ?? '').waitFor({ state: 'attached' });
    await page.keyboard.press('1');
    await saved(page);
    await page.reload();
    await expect.poll(() => page.locator('input[type=radio]:checked').count()).toBe(1);
    await page.locator('h1').focus();
    await page.keyboard.press('Space');
    await grades(page).waitFor();
    await expect.poll(() => focusedOn(page)).toMatch(new RegExp(`^${t('review.grade1')}`));
    await page.keyboard.press('Space');
    await page.getByText(t('review.place', { n: 2, total: 2 })).waitFor();
    await expect.poll(() => focusedOn(page)).toBe(lesson?.title);
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    await page.keyboard.press('Space');
    await grades(page).waitFor();
    await page.keyboard.press('4');
    await page.getByRole('heading', { level: 1, name: t('review.endDone') }).waitFor();
    await page.keyboard.press('u');
    await grades(page).waitFor();
    expectQuiet(visited);
  });
});

const item = (page: Page): Locator => page.locator('[data-exercise]');
const idOf = (page: Page): Promise<string | null> => page.evaluate(() => document.querySelector<HTMLElement>('[data-exercise]')?.dataset.exercise ?? null);
const grades = (page: Page): Locator => page.getByRole('group', { name: t('review.howWell') });

/** Another item is up and has the focus, so that its keys are heard. */
async function arrived(page: Page, before: string | null): Promise<void> {
  await expect.poll(() => idOf(page)).not.toBe(before);
  await expect.poll(() => focusedOn(page)).toBe(lesson?.title);
}

/** Both exercises of the lesson, each wrong at first. */
async function missBoth(page: Page, exercises: readonly AnyExercise[]): Promise<void> {
  for (const exercise of exercises) {
    await openExercise(page, exercise.lessonId, exercise.id);
    await answer(page, exercise, 'wrong');
    await answer(page, exercise, 'right');
  }
}

/** Nothing is chosen, or the starter stands there: not what was answered in the lesson. */
async function isClean(page: Page, choice: AnyExercise, code: Of<'CODE_COMPLETION'>): Promise<boolean> {
  if ((await idOf(page)) === choice.id) return (await page.locator('input[type=radio]:checked').count()) === 0;
  await editor(page).waitFor();
  return (await codeIn(page)) === (code.starter.files[code.starter.entry] ?? '').replace(/\n$/, '');
}

/** Answers the item that is up, and sees the grades. */
async function answerByKeys(page: Page, choice: Of<'MULTIPLE_CHOICE'>, code: Of<'CODE_COMPLETION'>): Promise<void> {
  const { keyboard } = page;
  if ((await idOf(page)) === choice.id) {
    await option(page, choice.answerKey.optionId).waitFor({ state: 'attached' });
    await keyboard.press(String(choice.options.findIndex(({ id }) => id === choice.answerKey.optionId) + 1));
  } else {
    await editor(page).waitFor();
    await keyboard.press('e');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('code-editor');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press('Delete');
    await keyboard.insertText(code.answerKey.files[code.starter.entry] ?? '');
  }
  await keyboard.press('ControlOrMeta+Enter');
  await checked(page);
  await grades(page).waitFor();
}

const leaveEditor = (page: Page): Promise<void> => page.keyboard.press('Escape');

const focusedOn = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
