import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/text.ts';

/** A backup as it stands in the file: table → rows. */
export interface BackupFile {
  readonly format: string;
  readonly schema: number;
  readonly app: string;
  readonly tables: Readonly<Record<string, readonly { readonly id: string; readonly exerciseId?: string }[]>>;
}

/**
 * As "clear site data" does: databases, caches, the service worker and whatever else the origin had stored. Leaves the
 * page first: a navigation begun while its service worker is taken away may be broken off.
 */
export async function clearStorage(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.detach();
}

/** Exports by the button on "My data"; gives the file's text. */
export async function exportBackup(page: Page): Promise<string> {
  await goTo(page, '#/data');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t('data.export') }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

export const readBackup = (text: string): BackupFile => JSON.parse(text) as BackupFile;

/** Follows a hash as a link would. Resolves once the new screen has its heading. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        if (location.hash === to) {
          resolve();
          return;
        }
        // The screen before goes with the event: until then its heading would be taken for the new one's.
        addEventListener('hashchange', () => setTimeout(() => setTimeout(resolve)), { once: true });
        location.hash = to;
      }),
    hash,
  );
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
