import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/text.ts';
import { answerByKeys, piece } from './answering.ts';
import { readCourse } from './courses.ts';
import { check, openExercise, primaryAction, type AnyExercise } from './player.ts';
import type { ScreenShown } from './screens.ts';

export const EVERY_TYPE_COURSE = readCourse('tests/fixtures/courses/every-type');

const TYPES = ['MULTI_SELECT', 'SHORT_TEXT', 'NUMERIC', 'PREDICT_OUTPUT', 'PARSONS', 'FILL_BLANKS', 'MATCHING', 'ORDERING'] as const;
type AnsweredByKeys = Extract<AnyExercise, { type: (typeof TYPES)[number] }>;

/** Exercises of the types that are neither one choice, nor a free answer, nor code. */
export const ANSWERED_BY_KEYS: readonly AnsweredByKeys[] = EVERY_TYPE_COURSE.exercises.filter((exercise): exercise is AnsweredByKeys =>
  TYPES.some((type) => type === exercise.type),
);

/** Opens an exercise at its work, on a narrow screen too. */
export async function openWork(page: Page, exercise: AnyExercise): Promise<void> {
  await openExercise(page, exercise.lessonId, exercise.id);
  if ((await primaryAction(page)) === 'work') await page.getByRole('tab', { name: t('player.work') }).click();
}

const lines = ANSWERED_BY_KEYS.find(({ type }) => type === 'PARSONS');

/** Each of these types as it is first seen, and with an answer that is not yet right; lines also while one is held. */
export const ANSWER_STATES: readonly ScreenShown[] = [
  ...ANSWERED_BY_KEYS.flatMap((exercise): ScreenShown[] => [
    { name: `player: ${exercise.id}`, show: (page) => openWork(page, exercise) },
    {
      name: `player: ${exercise.id}, not yet`,
      show: async (page) => {
        await answerByKeys(page, exercise, 'wrong');
        await check(page);
      },
    },
  ]),
  {
    name: 'player: a line in the hand',
    show: async (page) => {
      if (lines?.type !== 'PARSONS') throw new Error('no lines to arrange');
      await openWork(page, lines);
      await piece(page, lines.options[0]?.id ?? '').press('Enter');
      await page.locator('[data-held=true]').waitFor();
    },
  },
];
