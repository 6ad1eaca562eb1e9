import { t } from '../../i18n/text.ts';
import type { BackupError, Damage } from '../../services/backup-service.ts';
import type { WriteFailure } from '../../services/failures.ts';
import { failureWords } from '../../ui/failure-words.ts';

/** What to say when a file could not be restored. */
export function backupWords(error: BackupError | WriteFailure | { readonly type: 'NotEmpty' }): string {
  switch (error.type) {
    case 'NotJson':
      return t('firstRun.backupNotJson');
    case 'NotABackup':
      return t('firstRun.backupNotOurs');
    case 'DataNewerThanApp':
      return t('firstRun.backupNewer');
    case 'BrokenRow':
      return t('firstRun.backupBroken', { table: error.table, row: error.index + 1, field: error.field });
    case 'NotEmpty':
      return t('firstRun.backupNotEmpty');
    case 'QuotaExceeded':
    case 'StaleTab':
    case 'StoreFailed':
      return failureWords(error);
  }
}

/** What a damaged file will not bring back. */
export const damageWords = ({ lost }: Damage): string =>
  t('firstRun.backupDamaged', { count: lost.reduce((sum, { rows }) => sum + rows, 0) });
