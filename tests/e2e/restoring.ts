import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/text.ts';
import { halfWay } from './half-way.ts';
import { goTo } from './storage.ts';

/** Amina's backup from another computer, where she had begun anew and typed something else; of the time before checks. */
export async function fromElsewhere(): Promise<string> {
  const text = await halfWay('Amina');
  const { format, schema, app, madeAt, tables } = JSON.parse(text.replaceAll('# half typed', '# typed elsewhere')) as Record<string, unknown>;
  return JSON.stringify({ format, schema, app, madeAt, tables });
}

/** Hands a file to the restore screen; resolves once it shows what is in it. */
export async function showBackup(page: Page, text: string): Promise<void> {
  await goTo(page, '#/restore');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: new RegExp(`^(${t('restore.choose')}|${t('restore.chooseAnother')})$`) }).click();
  await (await chooser).setFiles({ name: 'hornbook-amina.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('heading', { name: 'hornbook-amina.json' }).waitFor();
}

/** Says that the one in the file is the one who is here. */
export const sayItIs = (page: Page, name: string): Promise<void> =>
  page.getByRole('radio', { name: t('restore.yesIs', { here: name }) }).click({ force: true });
