import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/text.ts';

/** A name and off you go; resolves on the home screen. */
export async function begin(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: t('firstRun.name') }).fill(name);
  await page.getByRole('button', { name: t('firstRun.begin') }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Hands over a backup by the file chooser and sees what the app makes of it. */
export async function chooseBackup(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: new RegExp(`^(${t('firstRun.chooseFile')}|${t('firstRun.chooseAnother')})$`) }).click();
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await chooser).setFiles(file);
}

/** Restores a backup of one learner; resolves on their home screen. */
export async function restore(page: Page, text: string): Promise<void> {
  await chooseBackup(page, text);
  await page.getByRole('button', { name: t('firstRun.restore') }).click();
  await page.getByRole('navigation', { name: t('common.mainNavigation') }).waitFor();
}
