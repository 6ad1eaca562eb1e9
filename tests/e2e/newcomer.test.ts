import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser } from './browser.ts';
import { demoCourses } from './courses.ts';
import { begin, chooseBackup, restore } from './first-run.ts';
import { halfWay } from './half-way.ts';
import { makeBackup } from './make-backup.ts';
import { answer, codeIn, editor, openExercise, saved, writeCode } from './player.ts';
import { goTo } from './storage.ts';
import { expectQuiet, useApp, visit } from './visit.ts';

const code = demoCourses()[0]?.exercises.find(({ type }) => type === 'CODE_COMPLETION');

inBrowser('two people and their second thoughts', () => {
  const app = useApp();
  let backup = '';
  beforeAll(async () => {
    backup = await halfWay('Amina');
  });

  it('the name of another person is asked for with the cursor in its field, and drafts stay apart', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await begin(page, 'Amina');
    await openCode(page);
    await writeCode(page, '# by Amina');
    await saved(page);
    await menu(page, 'Amina', t('common.addPerson'));
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('displayName');
    await page.keyboard.type('Ben');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('common.account', { name: 'Ben' }) }).waitFor();
    await openCode(page);
    expect(await codeIn(page)).not.toContain('Amina');
    // Typed and left at once: the switch itself saves it.
    await writeCode(page, '# by Ben');
    await menu(page, 'Ben', t('common.switchTo', { name: 'Amina' }));
    await page.getByRole('button', { name: t('common.account', { name: 'Amina' }) }).waitFor();
    await openCode(page);
    await expect.poll(() => codeIn(page)).toBe('# by Amina');
    await menu(page, 'Amina', t('common.switchTo', { name: 'Ben' }));
    await page.getByRole('button', { name: t('common.account', { name: 'Ben' }) }).waitFor();
    await openCode(page);
    await expect.poll(() => codeIn(page)).toBe('# by Ben');
    expectQuiet(visited);
  });

  it('an earlier try is brought back and the undo leaves the focus on the way on', async () => {
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, backup);
    if (code?.type !== 'CODE_COMPLETION') throw new Error('a course without code');
    await openCode(page);
    await answer(page, code, 'wrong');
    await writeCode(page, '# something else');
    await page.getByRole('button', { name: t('player.tries', { count: 1 }) }).click();
    await page.getByRole('button', { name: t('player.restore') }).click();
    await expect.poll(() => codeIn(page)).not.toContain('something else');
    await page.getByRole('button', { name: t('common.undo') }).click();
    await expect.poll(() => codeIn(page)).toBe('# something else');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-primary'))).toBe(true);
    expectQuiet(visited);
  });

  it('a backup of nobody is refused before it is restored', async () => {
    const { page } = await visit(app.browser, app.server.url);
    const { format, schema, app: version, madeAt } = JSON.parse(backup) as Record<string, unknown>;
    await chooseBackup(page, JSON.stringify({ format, schema, app: version, madeAt, tables: {} }));
    await page.getByText(t('firstRun.backupOfNobody')).waitFor();
    expect(await page.getByRole('button', { name: t('firstRun.restore') }).count()).toBe(0);
  });

  it('a long name in one word stays on a narrow screen', async () => {
    const { page } = await visit(app.browser, app.server.url, { viewport: { width: 320, height: 640 } });
    await begin(page, 'W'.repeat(60));
    for (const hash of ['#/', '#/data', '#/settings', '#/library']) {
      await goTo(page, hash);
      expect([hash, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([hash, 320]);
    }
  });

  it('R8: a course that asks for more than at the last visit says so, on home and in its overview, until it is put away', async () => {
    const old = demoCourses().map((course) => ({ ...course, lessons: course.lessons.slice(0, 1), version: '0.9.0' }));
    const [python] = old;
    const lesson = python?.lessons[0];
    if (python === undefined || lesson === undefined) throw new Error('no course');
    const shorter = { ...python, exercises: python.exercises.filter(({ lessonId }) => lessonId === lesson.id) };
    const text = await makeBackup('Amina', [shorter], async ({ progress }, { id }) => {
      await progress.advanceToNextLesson(id, python.course.id, lesson.id);
    });
    const visited = await visit(app.browser, app.server.url);
    const { page } = visited;
    await restore(page, text);
    const note = page.getByRole('complementary', { name: t('common.courseChangedName', { course: python.course.title }) });
    await goTo(page, '#/');
    await note.waitFor();
    expect(await note.innerText()).toContain('100%');
    await goTo(page, `#/course/${python.course.id}`);
    await note.getByRole('button', { name: t('common.understood') }).click();
    await note.waitFor({ state: 'detached' });
    await goTo(page, '#/');
    expect(await note.count()).toBe(0);
    expectQuiet(visited);
  });
});

async function openCode(page: Page): Promise<void> {
  if (code === undefined) throw new Error('a course without code');
  await openExercise(page, code.lessonId, code.id);
  await editor(page).waitFor();
}

async function menu(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: t('common.account', { name }) }).click();
  await page.getByRole('button', { name: item }).click();
}
