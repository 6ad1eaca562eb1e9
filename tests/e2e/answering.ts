import type { Locator, Page } from 'playwright-core';
import type { ParsonsLine } from '../../db/models/exercise.ts';
import { t } from '../../src/i18n/text.ts';
import type { AnyExercise } from './player.ts';

export type Kind = 'right' | 'wrong';
type Of<T extends AnyExercise['type']> = Extract<AnyExercise, { type: T }>;

/** An answer's one field, whatever it is called. */
export const answerField = (page: Page): Locator => page.locator('.text-work__field');
export const tick = (page: Page, id: string): Locator => page.locator(`input[type=checkbox][value="${id}"]`);
/** What can be picked up, by its id. */
export const piece = (page: Page, id: string): Locator => page.locator(`[data-press="${id}"]`);
export const blankField = (page: Page, n: number, total: number): Locator => page.getByLabel(t('answers.blankOf', { n, total }), { exact: true });

/** Puts in an answer that is right, or one that is not, by key alone; what stood there goes. Does not check it. */
export async function answerByKeys(page: Page, exercise: AnyExercise, kind: Kind): Promise<void> {
  switch (exercise.type) {
    case 'MULTI_SELECT':
      return tickByKeys(page, exercise, kind);
    case 'SHORT_TEXT':
      return typeInto(answerField(page), kind === 'right' ? (exercise.answerKey.accepted[0] ?? '') : (exercise.mistakes[0]?.answer ?? 'no idea'));
    case 'NUMERIC':
      return typeInto(answerField(page), `${exercise.answerKey.value + (kind === 'right' ? 0 : 1000)} ${exercise.answerKey.units[0]?.unit ?? ''}`.trim());
    case 'PREDICT_OUTPUT':
      return typeInto(answerField(page), kind === 'right' ? exercise.answerKey.stdout : (exercise.mistakes[0]?.answer ?? 'nothing'));
    case 'PARSONS':
      return arrangeLinesByKeys(page, exercise, kind);
    case 'ORDERING': {
      const [order = []] = exercise.answerKey.orders;
      return orderByKeys(page, kind === 'right' ? order : [...order].reverse());
    }
    case 'FILL_BLANKS':
      return fillBlanksByKeys(page, exercise, kind);
    case 'MATCHING':
      return matchByKeys(page, exercise, kind);
    default:
      throw new Error(`${exercise.type} is not answered here`);
  }
}

async function typeInto(field: Locator, text: string): Promise<void> {
  const { keyboard } = field.page();
  await field.focus();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await keyboard.insertText(text);
}

async function tickByKeys(page: Page, { options, answerKey }: Of<'MULTI_SELECT'>, kind: Kind): Promise<void> {
  const right = answerKey.optionIds;
  const wrong = [right[0] ?? '', options.find(({ id }) => !right.includes(id))?.id ?? ''];
  for (const { id } of options) {
    const box = tick(page, id);
    if ((await box.isChecked()) === (kind === 'right' ? right : wrong).includes(id)) continue;
    await box.focus();
    await page.keyboard.press('Space');
  }
}

async function arrangeLinesByKeys(page: Page, exercise: Of<'PARSONS'>, kind: Kind): Promise<void> {
  const [right = []] = exercise.answerKey.orders;
  const lines: readonly ParsonsLine[] = kind === 'right' ? right : [...right].reverse();
  for (const id of await page.locator('[data-zone=placed] [data-press]').evaluateAll((all) => all.map((one) => one.getAttribute('data-press')))) {
    await piece(page, id ?? '').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
  }
  let depth = 0;
  for (const { blockId, indent } of lines) {
    await piece(page, blockId).focus();
    await page.keyboard.press('Enter');
    // A line comes in as deep as the one before it.
    for (let at = depth; at < indent; at += 1) await page.keyboard.press('ArrowRight');
    for (let at = depth; at > indent; at -= 1) await page.keyboard.press('ArrowLeft');
    depth = exercise.answerKey.indented ? indent : 0;
    await page.keyboard.press('Enter');
  }
}

async function orderByKeys(page: Page, order: readonly string[]): Promise<void> {
  for (const [target, id] of order.entries()) {
    const ids = await page.locator('[data-press]').evaluateAll((all) => all.map((one) => one.getAttribute('data-press')));
    await piece(page, id).focus();
    await page.keyboard.press('Space');
    for (let at = ids.indexOf(id); at > target; at -= 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
  }
}

async function fillBlanksByKeys(page: Page, { options, answerKey: { blanks } }: Of<'FILL_BLANKS'>, kind: Kind): Promise<void> {
  const inOrder = [...blanks].sort((a, b) => options.text.indexOf(`{{${a.id}}}`) - options.text.indexOf(`{{${b.id}}}`));
  for (const [index, { accepted, choices }] of inOrder.entries()) {
    const field = blankField(page, index + 1, inOrder.length);
    const [right = ''] = accepted;
    if (choices === null) await typeInto(field, kind === 'right' ? right : 'zz');
    else await pickByKeys(field, (kind === 'right' ? right : choices.find((choice) => choice !== right)) ?? '');
  }
}

async function matchByKeys(page: Page, { options: { left, right }, answerKey }: Of<'MATCHING'>, kind: Kind): Promise<void> {
  for (const [index, item] of left.entries()) {
    const fits = answerKey.pairs[item.id] ?? '';
    const misfit = right.find(({ id }) => id !== fits)?.id ?? '';
    await pickByKeys(page.locator('.match__choice').nth(index), kind === 'right' ? fits : misfit);
  }
}

/** Arrow keys in a list that stays closed choose at once. */
async function pickByKeys(field: Locator, value: string): Promise<void> {
  const { keyboard } = field.page();
  const values = await field.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await field.focus();
  const from = values.indexOf(await field.inputValue());
  const to = values.indexOf(value);
  for (let at = from; at < to; at += 1) await keyboard.press('ArrowDown');
  for (let at = from; at > to; at -= 1) await keyboard.press('ArrowUp');
}
