import { t } from '../../i18n/text.ts';
import type { CopyService } from '../../services/copies/copy-service.ts';
import { attemptWrite } from '../../services/failures.ts';
import { failureWords } from '../../ui/failure-words.ts';

/** Makes an automatic copy at once; gives what to say of it. */
export async function makeCopyNow(service: CopyService): Promise<string> {
  const tried = await attemptWrite(() => service.makeNow());
  if (!tried.ok) return failureWords(tried.error);
  return tried.value.ok ? madeWords(tried.value.value) : notMadeWords(tried.value.error);
}

type Made = Awaited<ReturnType<CopyService['makeNow']>>;

function madeWords({ rows, folderFailure }: Extract<Made, { ok: true }>['value']): string {
  if (folderFailure === null) return t('data.copyMade', { count: rows });
  return t('data.copyNotInFolder', { reason: folderFailure.type === 'CopyFull' ? t('data.copyFull') : folderFailure.reason });
}

function notMadeWords(error: Extract<Made, { ok: false }>['error']): string {
  switch (error.type) {
    case 'CopyFull':
      return t('data.copyFull');
    case 'CopiedElsewhere':
    case 'CopyNotDue':
      return t('data.copyBusy');
    case 'CopyUnavailable':
      return t('data.copyNotMade', { reason: error.reason });
  }
}
