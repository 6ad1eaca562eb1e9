import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/text.ts';
import { demoCourses, readCourse } from './courses.ts';
import { answer, type AnyExercise, editor, fillIn, hintButton, openExercise, primary, saved, textField, writeCode } from './player.ts';
import type { ScreenShown } from './screens.ts';

export const FREE_FORM_COURSE = readCourse('tests/fixtures/courses/free-form');

const exercises: readonly AnyExercise[] = [...demoCourses(), FREE_FORM_COURSE].flatMap((course) => course.exercises);
const named = (id: string): AnyExercise => {
  const found = exercises.find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`no exercise called ${id}`);
  return found;
};
const choice = named('python-intro:names.rebind');
const trueFalse = named('javascript-basics:sharing.const');
const code = named('javascript-basics:lists.overdue');
const python = named('python-intro:names.bill');
const short = named('free-form:label.sender');
const essay = named('free-form:label.silence');

const open = (page: Page, exercise: AnyExercise): Promise<void> => openExercise(page, exercise.lessonId, exercise.id);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const toWork = async (page: Page): Promise<void> => {
  const tab = page.getByRole('tab', { name: t('player.work') });
  if (await tab.isVisible()) await tab.click();
};
const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await toWork(page);
  await button(page, name).first().click();
};
const inDialog = (page: Page): Promise<void> => page.getByRole('dialog').waitFor();

/** The player in each state worth a look, in an order in which each finds what it needs; wide or as tabs. */
export const PLAYER_STATES: readonly ScreenShown[] = [
  { name: 'player: a question', show: (page) => open(page, choice) },
  { name: 'player: a question, nothing chosen', show: (page) => press(page, t('player.check')) },
  { name: 'player: a question, not yet', show: (page) => answer(page, choice, 'wrong') },
  { name: 'player: a question, changed since', show: (page) => fillIn(page, choice, 'right') },
  { name: 'player: a question, right', show: (page) => answer(page, choice, 'right') },
  { name: 'player: true or false, not yet', show: (page) => open(page, trueFalse).then(() => answer(page, trueFalse, 'wrong')) },
  {
    name: 'player: hints, and are you sure',
    show: async (page) => {
      await open(page, python);
      await toWork(page);
      await editor(page).waitFor();
      for (let press = 0; press < python.hints.length + 3; press++) {
        await hintButton(page).click();
      }
      await page.getByRole('group', { name: t('player.sureTitle') }).waitFor();
    },
  },
  { name: 'player: the solution', show: (page) => button(page, t('player.sureYes')).click() },
  { name: 'player: code', show: (page) => open(page, code).then(() => toWork(page)).then(() => editor(page).waitFor()) },
  { name: 'player: code, not yet', show: (page) => answer(page, code, 'wrong') },
  {
    name: 'player: an error, and the output of a run',
    show: async (page) => {
      await writeCode(page, 'console.log("hello");\nnothingLikeThis();');
      await button(page, t('player.run')).click();
      await page.getByText(/ReferenceError/).first().waitFor();
    },
  },
  {
    name: 'player: reset, with a way back',
    show: async (page) => {
      await press(page, t('player.resetLong'));
      await button(page, t('common.undo')).waitFor();
    },
  },
  { name: 'player: code, right', show: (page) => answer(page, code, 'right') },
  { name: 'player: earlier tries', show: (page) => press(page, /earlier tr/).then(() => inDialog(page)) },
  { name: 'player: contents', show: (page) => button(page, t('player.contents')).click().then(() => inDialog(page)) },
  { name: 'player: a short answer', show: (page) => open(page, short).then(() => toWork(page)).then(() => textField(page).waitFor()) },
  { name: 'player: a short answer, not yet', show: (page) => answer(page, short, 'wrong') },
  { name: 'player: in one’s own words', show: (page) => open(page, essay).then(() => answer(page, essay, 'right')) },
  {
    name: 'player: the end of a lesson with exercises open',
    show: async (page) => {
      for (const box of await page.getByRole('checkbox').all()) await box.check();
      await primary(page).click();
      await page.getByText(t('player.judgedRight')).first().waitFor();
      await primary(page).click();
      await button(page, t('player.endAnyway')).waitFor();
    },
  },
  {
    name: 'player: the end of a course',
    show: async (page) => {
      await button(page, t('player.endAnyway')).click();
      await page.getByRole('link', { name: t('player.chooseNext') }).waitFor();
    },
  },
  { name: 'player: no such lesson', show: (page) => page.evaluate(() => void (location.hash = '#/learn/nothing')).then(() => page.getByRole('heading', { name: t('player.noLesson') }).first().waitFor()) },
];

/** The second tab of an exercise that is open in the first. */
export async function showElsewhere(first: Page, second: Page): Promise<void> {
  await open(first, short);
  await toWork(first);
  await textField(first).fill('Ana');
  await saved(first);
  await open(second, short);
  await toWork(second);
  await second.getByText(t('player.elsewhere'), { exact: true }).waitFor();
}
