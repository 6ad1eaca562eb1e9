import { formatBytes } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';

/** Expected failures of a learner's write, as the services give them. */
export type SayableFailure =
  | { readonly type: 'NameMissing' }
  | { readonly type: 'NameTooLong'; readonly limit: number }
  | { readonly type: 'QuotaExceeded'; readonly isKept?: true; readonly missing?: number }
  | { readonly type: 'StaleTab' }
  | { readonly type: 'StoreFailed' }
  | { readonly type: 'DataNewerThanApp' };

/** What to say to the learner. */
export function failureWords(failure: SayableFailure): string {
  switch (failure.type) {
    case 'NameMissing':
      return t('common.nameMissing');
    case 'NameTooLong':
      return t('common.nameTooLong', { limit: failure.limit });
    case 'QuotaExceeded':
      if (failure.missing !== undefined) return t('common.noRoom', { missing: formatBytes(failure.missing) });
      return t(failure.isKept === true ? 'common.diskFullKept' : 'common.diskFull');
    case 'StaleTab':
      return t('common.staleWhy');
    case 'StoreFailed':
      return t('common.storeFailed');
    case 'DataNewerThanApp':
      return t('common.newerWhy');
  }
}
