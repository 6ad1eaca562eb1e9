import { t } from '../../i18n/text.ts';
import type { Files } from '../../platform/platform.ts';

/** Hands a backup to the learner as a file; gives what to say of it. */
export async function saveFile(files: Files, { name, text }: { readonly name: string; readonly text: string }): Promise<string> {
  const saved = await files.save(name, text, 'application/json');
  if (saved.ok) return t('data.exported', { name });
  return saved.error.type === 'Cancelled' ? '' : t('data.notExported', { reason: saved.error.reason });
}
