import { ok } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { skipAheadQuestions } from '../../src/core/progress/skip-ahead.ts';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import { t } from '../../src/i18n/text.ts';
import { href } from '../../src/ui/routes.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { bundledCourses, exercisesOf, lessonsOf } from './courses.ts';
import { begin } from './first-run.ts';
import { check, fillIn, primary } from './player.ts';
import { goTo } from './storage.ts';
import { expectQuiet, UNCACHED, useApp, visit } from './visit.ts';

const [course] = bundledCourses();
ok(course !== undefined);
const [first, second] = lessonsOf(course);
ok(first !== undefined && second !== undefined);
const exercises = exercisesOf(course, first.id);
const questionsOf = (lessonId: Id): readonly Exercise[] => skipAheadQuestions(exercisesOf(course, lessonId) as readonly Exercise[]);
const total = questionsOf(first.id).length;

inBrowser('a lesson that is known already', () => {
  const app = useApp();

  it('is done with its last questions, and looked at where one of them was not right', { timeout: 120_000 }, async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    await begin(page, 'Amina');
    await goTo(page, href.lesson(first.id));
    await start(page);
    expect(await axeFindings(page)).toEqual([]);
    await answerAll(page, questionsOf(first.id), (at) => (at === 1 ? 'wrong' : 'right'));
    await page.getByRole('heading', { level: 1, name: t('player.aheadTitle') }).waitFor();
    await page.getByText(t('player.aheadWords', { right: total - 1, total, minutes: first.estimatedMinutes })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: t('player.aheadTake') }).click();
    await page.locator(`[aria-current=step][href="${href.lesson(first.id, exercises[0]?.id ?? '')}"]`).first().waitFor({ state: 'attached' });
    // A lesson that was begun is not skipped any more.
    expect(await page.getByRole('button', { name: t('player.aheadStart', { total }) }).count()).toBe(0);

    await goTo(page, href.lesson(second.id));
    await start(page);
    await page.getByRole('button', { name: t('player.aheadTake') }).click();
    // Nothing was answered: it is offered again.
    await start(page);
    await answerAll(page, questionsOf(second.id), () => 'right');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain(encodeURIComponent(lessonsOf(course)[2]?.id ?? 'no third'));
    await goTo(page, href.course(course.course.id));
    const rowOf = (title: string) => page.getByRole('listitem').filter({ hasText: title }).getByText(t('common.mark', { mark: 'done' }), { exact: true });
    await rowOf(second.title).waitFor({ state: 'attached' });
    expect(await rowOf(first.title).count()).toBe(0);
    expectQuiet(visited);
  });
});

const start = (page: Page): Promise<void> => page.getByRole('button', { name: t('player.aheadStart', { total }) }).click();

/** Each question once; whichever comes out wrong is left behind. */
async function answerAll(page: Page, asked: readonly Exercise[], how: (at: number) => 'right' | 'wrong'): Promise<void> {
  for (const [at, question] of asked.entries()) {
    await page.locator(`[aria-current=step][href$="${encodeURIComponent(question.id)}"]`).first().waitFor({ state: 'attached' });
    await fillIn(page, question, how(at));
    await check(page);
    if (how(at) === 'right') await primary(page).click();
    else await page.getByRole('button', { name: t('player.skip') }).click();
  }
}
