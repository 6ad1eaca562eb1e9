import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser } from './browser.ts';
import { HOSTILE } from './hostile-course.ts';
import { makeBackup } from './make-backup.ts';
import { restore } from './first-run.ts';
import { answer, hintShown, openExercise, type AnyExercise } from './player.ts';
import { goTo } from './storage.ts';
import { UNCACHED, useApp, visit } from './visit.ts';

inBrowser('a hostile course', () => {
  const app = useApp();

  it('runs nothing and asks nobody, on any screen and in any field', async () => {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    const { page } = visited;
    page.on('dialog', (dialog) => void visited.problems.push(`dialog: ${dialog.message()}`));
    await restore(page, await makeBackup('<img src=x onerror="harmed=1">', [HOSTILE]));
    for (const hash of ['#/', '#/library', '#/course/hostile', '#/settings', '#/data']) await goTo(page, hash);
    for (const exercise of HOSTILE.exercises as readonly AnyExercise[]) {
      await openExercise(page, exercise.lessonId, exercise.id);
      for (let press = 0; press < exercise.hints.length + 1; press++) await page.keyboard.press('h');
      await hintShown(page, 2, 2);
      await answer(page, exercise, 'wrong');
      await expectNoHarm(page);
      if (exercise.type === 'FREE_FORM') continue;
      await answer(page, exercise, 'right');
      await expectNoHarm(page);
    }
    for (const link of await page.getByText('press me').all()) await link.click({ timeout: 2_000, force: true }).catch(() => undefined);
    await expectNoHarm(page);
    // What is parsed to be cleaned is reported by the policy as it is taken out; nothing else may be.
    const isReport = (problem: string): boolean => /^policy: |violates the following Content Security Policy|\/x\)$/.test(problem);
    expect(visited.problems.filter((problem) => !isReport(problem))).toEqual([]);
    expect(visited.strangers).toEqual([]);
  });
});

async function expectNoHarm(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  const left = await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])];
    const found = roots.flatMap((root) => [...root.querySelectorAll('script:not([src]), iframe:not([sandbox]), form[action], meta[http-equiv=refresh], link[href*=stranger], img[src*=stranger], [onerror], [onload], a[href^="javascript:"]')]);
    return found.map((element) => element.outerHTML.slice(0, 200));
  });
  expect(left).toEqual([]);
}
