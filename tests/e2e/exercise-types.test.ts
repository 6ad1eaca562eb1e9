import { beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { ANSWERED_BY_KEYS, EVERY_TYPE_COURSE, openWork } from './answer-states.ts';
import { answerByKeys, answerField, blankField, piece } from './answering.ts';
import { axeFindings } from './axe.ts';
import { inBrowser } from './browser.ts';
import { restore } from './first-run.ts';
import { makeBackup } from './make-backup.ts';
import { type AnyExercise, check, checked, hintButton, primaryAction, saved } from './player.ts';
import { answerOnPage, drag, placed } from './pointing.ts';
import { expectQuiet, UNCACHED, useApp, visit, type Visit } from './visit.ts';

const named = <T extends AnyExercise['type']>(type: T): Extract<AnyExercise, { type: T }> => {
  const found = (EVERY_TYPE_COURSE.exercises as readonly AnyExercise[]).find((exercise) => exercise.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found as Extract<AnyExercise, { type: T }>;
};

inBrowser('an exercise of each type', () => {
  const app = useApp();
  let backup = '';
  beforeAll(async () => {
    backup = await makeBackup('Amina', [EVERY_TYPE_COURSE]);
  });

  async function at(exercise: AnyExercise): Promise<Visit> {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    await restore(visited.page, backup);
    await openWork(visited.page, exercise);
    return visited;
  }

  it.each(ANSWERED_BY_KEYS)('$id is answered by key alone: kept over a reload, not yet, greyed by a change, then right', async (exercise) => {
    const visited = await at(exercise);
    const { page } = visited;
    await answerByKeys(page, exercise, 'wrong');
    await saved(page);
    const wrong = await answerOnPage(page);
    await page.reload();
    await saved(page);
    expect(await answerOnPage(page)).toEqual(wrong);
    await page.keyboard.press('ControlOrMeta+Enter');
    await checked(page);
    await page.getByRole('status').filter({ hasText: /Try 1\./ }).waitFor({ state: 'attached' });
    expect(await primaryAction(page)).toBe('check');
    await page.reload();
    await checked(page);
    await page.getByRole('heading', { name: new RegExp(`^${t('player.notYet')}`) }).waitFor();
    expect(await answerOnPage(page)).toEqual(wrong);
    expect(await axeFindings(page)).toEqual([]);
    await answerByKeys(page, exercise, 'right');
    await page.getByText(t('player.stale')).waitFor();
    await page.keyboard.press('ControlOrMeta+Enter');
    await checked(page);
    await page.getByRole('heading', { name: /^Right/ }).waitFor();
    expect(await primaryAction(page)).toBe('next');
    expectQuiet(visited);
  });

  it.each(ANSWERED_BY_KEYS)('$id says what an empty answer lacks; reset and history lead back; the solution can be read', async (exercise) => {
    const { page } = await at(exercise);
    const empty = await answerOnPage(page);
    await page.getByRole('button', { name: t('player.check') }).click();
    await page.locator('.results__failure').waitFor();
    expect(await page.locator('.results__outcome').count()).toBe(0);
    await answerByKeys(page, exercise, 'wrong');
    const wrong = await answerOnPage(page);
    expect(wrong).not.toEqual(empty);
    await check(page);
    await page.getByRole('button', { name: t('answers.resetLong') }).click();
    await expect.poll(() => answerOnPage(page)).toEqual(empty);
    await page.getByRole('button', { name: t('common.undo') }).click();
    await expect.poll(() => answerOnPage(page)).toEqual(wrong);
    await page.getByRole('button', { name: t('answers.resetLong') }).click();
    await page.getByRole('button', { name: /earlier tr/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: t('player.restore') }).click();
    await expect.poll(() => answerOnPage(page)).toEqual(wrong);
    const ladder = hintButton(page);
    for (let step = 0; step < exercise.hints.length + 2; step += 1) await ladder.click();
    await page.getByRole('button', { name: t('player.sureYes') }).click();
    const told = await page.locator('.hint-ladder__step--solution').innerText();
    expect(told.length).toBeGreaterThan(t('player.solutionNoted').length + 1);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('lines are arranged by pointer: dragged in, between, deeper and out again', async () => {
    const exercise = named('PARSONS');
    const visited = await at(exercise);
    const { page } = visited;
    await drag(page, 'start', { into: 'placed' });
    await drag(page, 'show', { below: 'start' });
    await drag(page, 'set', { below: 'show' });
    await drag(page, 'loop', { below: 'start' });
    await drag(page, 'add', { below: 'loop', right: 28 });
    await drag(page, 'prices', { above: 'start' });
    expect(await placed(page)).toEqual(['prices', 'start', 'loop', 'add +1', 'show', 'set']);
    await drag(page, 'set', { into: 'spare' });
    expect(await placed(page)).toEqual(['prices', 'start', 'loop', 'add +1', 'show']);
    await check(page);
    await page.getByRole('heading', { name: t('answers.allLinesRight') }).waitFor();
    expectQuiet(visited);
  });

  it('things are put in order by pointer', async () => {
    const visited = await at(named('ORDERING'));
    const { page } = visited;
    const [first = []] = named('ORDERING').answerKey.orders;
    for (const [index, id] of first.entries()) {
      if (index === 0) await drag(page, id, { above: (await placed(page)).find((one) => one !== id) ?? '' });
      else await drag(page, id, { below: first[index - 1] ?? '' });
    }
    expect(await placed(page)).toEqual(first);
    await check(page);
    await page.getByRole('heading', { name: t('answers.allPlacesRight') }).waitFor();
    expectQuiet(visited);
  });

  it('Escape takes a line back, by key and in the middle of a drag; each move is told', async () => {
    const { page } = await at(named('PARSONS'));
    await piece(page, 'start').press('Enter');
    await piece(page, 'start').press('Enter');
    await piece(page, 'loop').press('Enter');
    await page.locator('.arranger').getByText(/Line 2 of 2\. The arrow keys/).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    expect(await placed(page)).toEqual(['loop +1', 'start']);
    await page.locator('.arranger').getByRole('status').filter({ hasText: 'Line 1 of 2, indented 1 step' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    expect(await placed(page)).toEqual(['start']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-press'))).toBe('loop');
    await drag(page, 'show', { above: 'start' }, { letGo: false });
    expect(await placed(page)).toEqual(['show', 'start']);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await placed(page)).toEqual(['start']);
  });

  it('plain buttons move what was pressed', async () => {
    const { page } = await at(named('PARSONS'));
    for (const id of ['prices', 'start', 'loop']) await piece(page, id).click();
    const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
    await press(t('answers.moveUp'));
    await press(t('answers.indentMore'));
    expect(await placed(page)).toEqual(['prices', 'loop +1', 'start']);
    await press(t('answers.indentLess'));
    await press(t('answers.moveDown'));
    expect(await placed(page)).toEqual(['prices', 'start', 'loop']);
    await press(t('answers.takeAway'));
    expect(await placed(page)).toEqual(['prices', 'start']);
  });

  it('Enter in a blank goes to the next empty one, and checks at the last', async () => {
    const exercise = EVERY_TYPE_COURSE.exercises.find(({ id }) => id === 'every-type:arranging.words');
    if (exercise === undefined) throw new Error('no blanks');
    const { page } = await at(exercise);
    await blankField(page, 2, 2).focus();
    await page.keyboard.type('rest');
    await page.keyboard.press('Enter');
    await page.keyboard.type('mixed');
    expect(await blankField(page, 1, 2).inputValue()).toBe('mixed');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Right/ }).waitFor();
  });

  it('a program whose output was missed twice shows it, beside what was written; that counts as the solution', async () => {
    const exercise = named('PREDICT_OUTPUT');
    const visited = await at(exercise);
    const { page } = visited;
    const run = page.getByRole('button', { name: t('answers.runIt') });
    await answerByKeys(page, exercise, 'wrong');
    await check(page);
    await answerField(page).press('End');
    await page.keyboard.type('!');
    expect(await run.count()).toBe(0);
    await check(page);
    await run.click();
    await page.locator('.real-run .diff-added').first().waitFor({ timeout: 90_000 });
    expect(await page.locator('.real-run .diff-lines').innerText()).toContain('8 baguette');
    await page.getByText(t('player.solutionNoted')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await answerByKeys(page, exercise, 'right');
    await check(page);
    expect(await primaryAction(page)).toBe('next');
    await page.getByText(t('answers.sameOutput')).waitFor();
    expectQuiet(visited);
  });

  it('before the solution of code comes its lines to arrange: a scratch that never counts', async () => {
    const exercise = named('FIX_BUG');
    const visited = await at(exercise);
    const { page } = visited;
    const ladder = hintButton(page);
    for (let step = 0; step < exercise.hints.length + 2; step += 1) await ladder.click();
    const look = page.getByRole('button', { name: t('answers.arrangeHintLook') });
    for (let line = 1; line <= 3; line += 1) await piece(page, `line-${line}`).press('Enter');
    await look.click();
    await page.getByText(t('answers.lineDepth', { n: 2 })).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    for (const [line, key] of [[2, 'ArrowRight'], [3, 'ArrowRight'], [3, 'ArrowRight']] as const) {
      if ((await piece(page, `line-${line}`).getAttribute('aria-pressed')) === 'false') await piece(page, `line-${line}`).press('Enter');
      await piece(page, `line-${line}`).press(key);
    }
    await look.click();
    await page.getByText(t('answers.linesMissing')).waitFor();
    expect(await page.getByRole('button', { name: /earlier tr/ }).count()).toBe(0);
    await ladder.click();
    await page.getByRole('group', { name: t('player.sureTitle') }).waitFor();
    expectQuiet(visited);
  });
});
