import { beforeAll, expect, it } from 'vitest';
import { t } from '../../src/i18n/text.ts';
import { inBrowser } from './browser.ts';
import { demoCourses, readCourse } from './courses.ts';
import { restore } from './first-run.ts';
import { makeBackup } from './make-backup.ts';
import { answer, type AnyExercise, check, checked, choose, codeIn, editor, hintButton, hintShown, openExercise, option, primary, primaryAction, saved, textField, writeCode } from './player.ts';
import { expectQuiet, UNCACHED, useApp, visit, type Visit } from './visit.ts';

const freeForm = readCourse('tests/fixtures/courses/free-form');
const exercises: readonly AnyExercise[] = [...demoCourses(), freeForm].flatMap((course) => course.exercises);

const named = <T extends AnyExercise['type']>(type: T, id: string): Extract<AnyExercise, { type: T }> => {
  const found = exercises.find((exercise) => exercise.id === id);
  if (found?.type !== type) throw new Error(`no ${type} called ${id}`);
  return found as Extract<AnyExercise, { type: T }>;
};
const choice = named('MULTIPLE_CHOICE', 'python-intro:names.rebind');
const code = named('CODE_COMPLETION', 'python-intro:names.bill');

inBrowser('the lesson player', () => {
  const app = useApp();
  let backup = '';
  beforeAll(async () => {
    backup = await makeBackup('Amina', [freeForm]);
  });

  async function at(exercise: AnyExercise): Promise<Visit> {
    const visited = await visit(app.browser, app.server.url, UNCACHED);
    await restore(visited.page, backup);
    await openExercise(visited.page, exercise.lessonId, exercise.id);
    return visited;
  }

  it.each(exercises.filter(({ type }) => type === 'MULTIPLE_CHOICE' || type === 'TRUE_FALSE'))(
    '$id says "not yet" with a reason, greys it out at a change, then right',
    async (exercise) => {
      const visited = await at(exercise);
      const { page } = visited;
      await answer(page, exercise, 'wrong');
      await page.getByText(t('player.notYetLead'), { exact: true }).waitFor();
      await page.getByRole('status').filter({ hasText: /Try 1\./ }).waitFor({ state: 'attached' });
      expect(await primaryAction(page)).toBe('check');
      const right = exercise.type === 'TRUE_FALSE' ? String(exercise.answerKey.value) : exercise.type === 'MULTIPLE_CHOICE' ? exercise.answerKey.optionId : '';
      await choose(page, right);
      await page.getByText(t('player.staleWord')).waitFor();
      await check(page);
      await page.getByText(t('player.rightLead'), { exact: true }).waitFor();
      expect(await primaryAction(page)).toBe('next');
      expectQuiet(visited);
    },
  );

  it.each(exercises.filter((exercise) => exercise.type === 'FREE_FORM' && exercise.answerKey.kind === 'rules'))(
    '$id grades a free answer by its rules, and speaks to a known mistake',
    async (exercise) => {
      const visited = await at(exercise);
      const { page } = visited;
      await answer(page, exercise, 'wrong');
      await page.getByRole('heading', { name: t('player.notYet') }).waitFor();
      await answer(page, exercise, 'right');
      await page.getByRole('heading', { name: t('player.right'), exact: true }).waitFor();
      expect(await primaryAction(page)).toBe('next');
      expectQuiet(visited);
    },
  );

  it('lets the learner judge a rubric answer against a sample', async () => {
    const essay = named('FREE_FORM', 'free-form:label.silence');
    const visited = await at(essay);
    const { page } = visited;
    await answer(page, essay, 'right');
    await page.getByRole('heading', { name: t('player.sample') }).waitFor();
    expect(await primaryAction(page)).toBe('judge');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await primary(page).click();
    await page.getByText(t('player.judgedRight')).first().waitFor();
    expect(await primaryAction(page)).toBe('next');
    expectQuiet(visited);
  });

  it('tells the first check that is not met, then that all are, and why it works', async () => {
    const visited = await at(code);
    const { page } = visited;
    await answer(page, code, 'wrong');
    const results = page.getByRole('region', { name: t('player.results') });
    for (const term of ['called', 'expected', 'got'] as const) await results.getByText(t(`player.${term}`), { exact: true }).first().waitFor();
    await results.getByText('adds cups to money').waitFor();
    await writeCode(page, 'changed');
    await results.getByText(t('player.stale')).waitFor();
    await answer(page, code, 'right');
    await results.getByRole('heading', { name: t('player.rightChecks', { total: code.tests.length }) }).waitFor();
    await results.getByRole('heading', { name: t('player.whyItWorks') }).waitFor();
    expectQuiet(visited);
  });

  it('runs without counting, and stops a loop without an end', async () => {
    const visited = await at(code);
    const { page } = visited;
    await writeCode(page, 'print("hello", 6 * 7)');
    await page.getByRole('button', { name: t('player.run') }).click();
    await page.getByText('hello 42', { exact: true }).waitFor({ timeout: 90_000 });
    await writeCode(page, 'while True:\n    pass');
    await page.getByRole('button', { name: t('player.run') }).click();
    await page.getByRole('button', { name: t('player.stop') }).click();
    await page.getByText(t('player.outcomeStopped')).first().waitFor();
    expect(await page.getByRole('button', { name: /^\d+ earlier tr/ }).count()).toBe(0);
    await writeCode(page, 'print("again")');
    await page.getByRole('button', { name: t('player.run') }).click();
    await page.getByText('again', { exact: true }).waitFor({ timeout: 90_000 });
    expectQuiet(visited);
  });

  it('speaks of a loop without an end when a check runs out of time', async () => {
    const visited = await at(named('CODE_COMPLETION', 'javascript-basics:lists.overdue'));
    const { page } = visited;
    await writeCode(page, 'while (true) {}');
    await check(page);
    await page.getByRole('heading', { name: t('player.timedOut') }).waitFor();
    expectQuiet(visited);
  });

  it('shows the interpreter’s own words and the line of an error', async () => {
    const visited = await at(code);
    const { page } = visited;
    await writeCode(page, 'def bill(count, price):\n    return cuont * price');
    await check(page);
    await page.getByText(/NameError/).first().waitFor();
    await page.getByText(t('player.errorLine', { line: 2 }), { exact: true }).waitFor();
    expectQuiet(visited);
  });

  it('counts hints openly, asks before the solution, and remembers both', async () => {
    const visited = await at(code);
    const { page } = visited;
    const total = code.hints.length;
    const hint = hintButton(page);
    await hint.click();
    await page.getByText(t('player.rereadCode')).first().waitFor();
    for (let n = 1; n <= total; n++) {
      await hint.click();
      await hintShown(page, n, total);
    }
    await hint.click();
    await page.getByText(t('answers.arrangeHintTitle')).waitFor();
    await hint.click();
    await page.getByRole('group', { name: t('player.sureTitle') }).getByRole('button', { name: t('player.sureNo') }).click();
    await hint.click();
    await page.getByRole('group', { name: t('player.sureTitle') }).getByRole('button', { name: t('player.sureYes') }).click();
    await page.getByText(t('player.solutionNoted')).first().waitFor();
    await saved(page);
    await page.reload();
    await page.getByText(t('player.solutionNoted')).first().waitFor();
    await hintShown(page, total, total);
    expectQuiet(visited);
  });

  it('keeps every try, shows what changed, and brings one back', async () => {
    const visited = await at(code);
    const { page } = visited;
    const { entry } = code.starter;
    await answer(page, code, 'wrong');
    await answer(page, code, 'right');
    await page.getByRole('button', { name: t('player.tries', { count: 2 }) }).click();
    const history = page.getByRole('dialog', { name: t('player.history') });
    await history.getByRole('button', { name: new RegExp(`^${t('player.tryN', { n: 1 })}`) }).click();
    await history.getByRole('button', { name: t('player.restore') }).click();
    await expect.poll(() => codeIn(page)).toBe(code.mistakes[0]?.answer);
    await page.getByRole('button', { name: t('common.undo') }).click();
    await expect.poll(() => codeIn(page)).toBe(code.answerKey.files[entry]);
    expectQuiet(visited);
  });

  it('resets, and takes it back', async () => {
    const visited = await at(code);
    const { page } = visited;
    const starter = await codeIn(page);
    await writeCode(page, 'mine');
    await page.getByRole('button', { name: t('player.resetLong') }).click();
    await expect.poll(() => codeIn(page)).toBe(starter);
    await page.getByRole('button', { name: t('common.undo') }).click();
    await expect.poll(() => codeIn(page)).toBe('mine');
    expectQuiet(visited);
  });

  it('keeps a free answer and its cursor over a reload', async () => {
    const sender = named('FREE_FORM', 'free-form:label.sender');
    const visited = await at(sender);
    const { page } = visited;
    await textField(page).fill('Ana R');
    await page.keyboard.press('ArrowLeft');
    await saved(page);
    await page.reload();
    await textField(page).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.insertText('X');
    expect(await textField(page).inputValue()).toBe('Ana XR');
    expectQuiet(visited);
  });

  it('keeps a skipped exercise open, and asks for a choice before a check', async () => {
    const visited = await at(choice);
    const { page } = visited;
    await page.getByRole('button', { name: t('player.check') }).click();
    await page.getByText(t('player.chooseFirst')).first().waitFor();
    await page.getByRole('button', { name: t('player.skip') }).click();
    await editor(page).waitFor();
    await page.getByRole('link', { name: t('player.step', { n: 1, total: 2, status: 'SKIPPED' }) }).click();
    await option(page, choice.answerKey.optionId).waitFor({ state: 'attached' });
    await answer(page, choice, 'right');
    await checked(page);
    expectQuiet(visited);
  });
});
