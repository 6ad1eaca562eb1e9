import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/text.ts';
import type { Theme } from '../../src/services/settings-service.ts';
import { chooseBackup } from './first-run.ts';
import { addPack, fileOf, give, holdReading, inCourse, mistakenPack, teaPack } from './packs.ts';
import { fromElsewhere, sayItIs, showBackup } from './restoring.ts';
import { goTo } from './storage.ts';

/** A screen of the app, and the way to it from a page of the app with nothing stored. */
export interface ScreenShown {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
}

/** Screens before there is a learner. `backup`: what "I have a backup" is given. */
export function firstScreens(backup: string): ScreenShown[] {
  const atFirst = (page: Page): Promise<void> => page.getByRole('textbox', { name: t('firstRun.name') }).waitFor();
  return [
    { name: 'first run', show: atFirst },
    {
      name: 'first run without a name',
      show: async (page) => {
        await atFirst(page);
        await page.getByRole('button', { name: t('firstRun.begin') }).click();
        await page.getByText(t('common.nameMissing')).waitFor();
      },
    },
    {
      name: 'a backup before it is restored',
      show: async (page) => {
        await chooseBackup(page, backup);
        await page.getByRole('button', { name: t('firstRun.restore') }).waitFor();
      },
    },
    {
      name: 'a damaged backup',
      show: async (page) => {
        await chooseBackup(page, 'damaged');
        await page.getByText(t('firstRun.backupNotJson')).waitFor();
      },
    },
  ];
}

/** Screens of a learner half way, all but the player. */
export const LEARNERS_SCREENS: readonly ScreenShown[] = [
  { name: 'home', show: (page) => goTo(page, '#/') },
  { name: 'library', show: (page) => goTo(page, '#/library') },
  {
    name: 'library without a match',
    show: async (page) => {
      await goTo(page, '#/library');
      await page.getByRole('searchbox').fill('no such course');
      await page.getByText(t('library.none')).waitFor();
    },
  },
  { name: 'course overview', show: (page) => goTo(page, '#/course/python-intro') },
  { name: 'course not found', show: (page) => goTo(page, '#/course/nothing') },
  { name: 'no such page', show: (page) => goTo(page, '#/nowhere') },
  { name: 'settings', show: (page) => goTo(page, '#/settings') },
  { name: 'my data', show: (page) => goTo(page, '#/data') },
  {
    name: 'my data checked and copied',
    show: async (page) => {
      await goTo(page, '#/data');
      await page.getByRole('button', { name: t('data.copyNow') }).click();
      await page.getByRole('button', { name: /^Save as a file: / }).first().waitFor();
      await page.getByRole('button', { name: t('data.checkNow') }).click();
      await page.getByText(/rows, all sound$/).waitFor();
    },
  },
  {
    name: 'erase asks',
    show: async (page) => {
      await goTo(page, '#/data');
      await page.getByRole('button', { name: t('data.eraseWhat', { what: t('data.eraseAll') }) }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'restore a backup', show: (page) => goTo(page, '#/restore') },
  {
    name: 'a backup and who is in it',
    show: async (page) => {
      await showBackup(page, await fromElsewhere());
      await page.getByRole('group', { name: t('restore.isSamePerson') }).waitFor();
    },
  },
  {
    name: 'a backup and what differs',
    show: async (page) => {
      await sayItIs(page, 'Amina');
      await page.getByRole('heading', { name: t('restore.differ') }).waitFor();
    },
  },
  { name: 'add a course', show: (page) => goTo(page, '#/add') },
  {
    name: 'a file that is no course',
    show: async (page) => {
      await give(page, fileOf('letter.zip', new TextEncoder().encode('Dear reader')));
      await page.getByText(t('add.not', { reason: 'NotAPack' })).waitFor();
    },
  },
  {
    name: 'a course with mistakes in it',
    show: async (page) => {
      await give(page, await mistakenPack());
      await page.getByText(t('add.not', { reason: 'BadContent' })).waitFor();
    },
  },
  {
    name: 'a course on offer',
    show: async (page) => {
      await give(page, await teaPack(inCourse('About tea.', DESCRIPTION)));
      await page.getByRole('button', { name: t('add.add') }).waitFor();
    },
  },
  {
    name: 'a course being read',
    show: async (page) => {
      await holdReading(page);
      await give(page, await teaPack());
      await page.getByRole('button', { name: t('add.add') }).click();
      await page.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'a course from a file',
    show: async (page) => {
      await page.reload();
      await addPack(page, await teaPack());
    },
  },
  {
    name: 'an update on offer',
    show: async (page) => {
      await give(page, await teaPack(inCourse('1.2.3', '1.3.0')));
      await page.getByRole('button', { name: t('add.update', { version: '1.3.0' }) }).waitFor();
    },
  },
  {
    name: 'a course from a file with a way back',
    show: async (page) => addPack(page, await teaPack(inCourse('1.2.3', '1.3.0')), t('add.update', { version: '1.3.0' })),
  },
  {
    name: 'account menu',
    show: async (page) => {
      await goTo(page, '#/');
      await page.getByRole('button', { name: t('common.account', { name: 'Amina' }) }).click();
      await page.getByRole('link', { name: t('common.settings') }).waitFor();
    },
  },
  {
    name: 'all keys',
    show: async (page) => {
      await goTo(page, '#/library');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: t('common.keys') }).waitFor();
    },
  },
];

const DESCRIPTION = JSON.stringify('From *leaf* to cup, in one afternoon:\n\n- which kinds there are\n- how long each takes\n\nA kettle is all you need.');

/** Leaves whatever lies over the screen. */
export async function closeOverlays(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

export async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await goTo(page, '#/settings');
  // The choice shows once it is stored, a moment after the click.
  await page.getByRole('radio', { name: t('settings.theme', { theme }) }).click({ force: true });
  await page.getByRole('radio', { name: t('settings.theme', { theme }), checked: true }).waitFor();
}
