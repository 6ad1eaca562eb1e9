import { t } from '../../i18n/text.ts';
import type { Files } from '../../platform/platform.ts';

interface FileToSave {
  readonly name: string;
  readonly text: string;
  readonly mediaType?: string;
}

/** Hands it to the learner as a file; gives what to say of it. */
export async function saveFile(files: Files, { name, text, mediaType = 'application/json' }: FileToSave): Promise<string> {
  const saved = await files.save(name, text, mediaType);
  if (saved.ok) return t('data.exported', { name });
  return saved.error.type === 'Cancelled' ? '' : t('data.notExported', { reason: saved.error.reason });
}
