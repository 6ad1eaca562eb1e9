import type { Locator, Page } from 'playwright-core';
import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import { t } from '../../src/i18n/text.ts';
import { href } from '../../src/ui/routes.ts';
import { answerByKeys } from './answering.ts';
import { wrongOption } from './half-way.ts';

type Unstamped<T> = T extends unknown ? Omit<T, 'createdAt' | 'updatedAt'> : never;
/** An exercise as its source gives it. */
export type AnyExercise = Unstamped<Exercise>;

/** A cold Python on a busy machine, ms. */
const CODE_TAKES = 90_000;

export async function openExercise(page: Page, lessonId: Id, exerciseId: Id): Promise<void> {
  const to = href.lesson(lessonId, exerciseId);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, to);
  // The exercise before looks much the same: only the steps say which one is up.
  await page.locator(`[aria-current=step][href="${to}"]`).first().waitFor({ state: 'attached' });
  await page.locator('.choice-work, .text-work, .arranger, .blanks-work, .matching, .code-editor').first().waitFor({ state: 'attached' });
}

/** The one button that changes in place. */
export const primary = (page: Page): Locator => page.locator('[data-primary]');

/** What the primary button does next: `check`, `next`, `judge`, `stop`, `wait` or `work`. */
export const primaryAction = (page: Page): Promise<string | null> => primary(page).getAttribute('data-action');

export const heading = (page: Page, n: number, total: number): Locator =>
  page.getByRole('heading', { name: t('player.yourTurnOf', { n, total }) });

export const option = (page: Page, id: string): Locator => page.locator(`input[type=radio][value="${id}"]`);

export const editor = (page: Page): Locator => page.getByRole('textbox', { name: new RegExp(`^${t('player.codeName', { file: '' })}`) });

export const textField = (page: Page): Locator => page.getByRole('textbox', { name: t('player.yourAnswer') });

/** The code as it stands in the editor. */
export function codeIn(page: Page): Promise<string> {
  return editor(page).evaluate((content) => [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'));
}

export async function writeCode(page: Page, code: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  // Typing over several lines makes Chromium itself write style attributes into the editor, which the policy reports.
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(code);
}

/** Fills in an answer that is right, or one that is not; does not check it. */
export async function fillIn(page: Page, exercise: AnyExercise, kind: 'right' | 'wrong'): Promise<void> {
  if (!['check', 'next'].includes((await primaryAction(page)) ?? '')) await page.getByRole('tab', { name: t('player.work') }).click();
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
      return choose(page, kind === 'right' ? exercise.answerKey.optionId : wrongOption(exercise));
    case 'TRUE_FALSE':
      return choose(page, String((kind === 'right') === exercise.answerKey.value));
    case 'FREE_FORM':
      return textField(page).fill(kind === 'right' ? rightText(exercise) : (exercise.mistakes[0]?.answer ?? 'no idea'));
    case 'CODE_COMPLETION':
    case 'FIX_BUG': {
      const { entry } = exercise.starter;
      return writeCode(page, (kind === 'right' ? exercise.answerKey.files[entry] : exercise.mistakes[0]?.answer) ?? '');
    }
    default:
      return answerByKeys(page, exercise, kind);
  }
}

export const choose = (page: Page, id: string): Promise<void> => page.locator('label', { has: option(page, id) }).click();

function rightText({ answerKey }: Extract<AnyExercise, { type: 'FREE_FORM' }>): string {
  if (answerKey.kind === 'rubric') return answerKey.sample;
  return answerKey.accepted[0] ?? (answerKey.number === null ? answerKey.keywords.join(' and ') : String(answerKey.number.value));
}

/** Presses Check and waits for what comes of it. */
export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('player.check') }).click();
  await checked(page);
}

/** Resolves once the results are those of the answer as it stands. */
export function checked(page: Page): Promise<void> {
  return page.locator('.results__outcome[data-stale=false][data-phase=idle]').waitFor({ state: 'attached', timeout: CODE_TAKES });
}

export async function answer(page: Page, exercise: AnyExercise, kind: 'right' | 'wrong'): Promise<void> {
  await fillIn(page, exercise, kind);
  await check(page);
}

/** "Saved" stands there only once the database has acknowledged the write. */
/** The ladder's own count: the button that climbs it says the same words. */
export const hintShown = (page: Page, n: number, total: number): Promise<void> =>
  page.getByRole('paragraph').filter({ hasText: t('player.hintOf', { n, total }) }).waitFor();

export const saved = (page: Page): Promise<void> => page.getByText(t('player.saved'), { exact: true }).waitFor();

/** The way to the next help, whatever it is called: a hint, the solution to be arranged, the solution. */
export const hintButton = (page: Page): Locator =>
  page.locator('.action-bar').getByRole('button', { name: new RegExp(`^(${t('player.hint')}|${t('player.arrangeWord')}|${t('player.solutionWord')})`) });
