import { formatMoment } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Conflict, Damage, RestoreFailure } from '../../services/backup-service.ts';
import { failureWords } from '../../ui/failure-words.ts';

/** Why a file could not be read or restored. */
export function problemWords(error: RestoreFailure): string {
  switch (error.type) {
    case 'NotJson':
      return t('restore.notJson');
    case 'NotABackup':
      return t('restore.notOurs');
    case 'DataNewerThanApp':
      return t('restore.newer');
    case 'BrokenRow':
      return t('restore.broken', { table: error.table, field: error.field });
    case 'QuotaExceeded':
    case 'StaleTab':
    case 'StoreFailed':
      return failureWords(error);
  }
}

export function damageWords({ lost, isCut, isSure }: Damage): string {
  if (lost.length === 0) return t(isCut || !isSure ? 'restore.damagedUnsure' : 'restore.damagedNone');
  return t('restore.damagedLost', { what: lost.map(({ table, rows }) => t('restore.lost', { table, rows })).join(', ') });
}

export function conflictTitle({ kind, who, about }: Conflict): string {
  switch (kind) {
    case 'profile':
      return t('restore.kindProfile', { who });
    case 'draft':
      return t('restore.kindDraft', { who, about });
    case 'note':
      return t('restore.kindNote', { who, about });
    case 'place':
      return t('restore.kindPlace', { who, about });
    case 'message':
      return t('restore.kindMessage', { who });
    case 'setting':
      return t('restore.kindSetting', { who, key: about });
    case 'erased':
      return t('restore.kindErased', { who });
  }
}

export function sideWords(conflict: Conflict, side: 'here' | 'file'): string {
  const { words } = conflict[side];
  if (conflict.kind !== 'erased') return excerpt(words, conflict[side === 'here' ? 'file' : 'here'].words);
  if (side === 'file') return t('restore.wasErased');
  return t('restore.keepAnswers', { course: conflict.about === '' ? 'none' : conflict.about, count: Number(words) });
}

export const sideTime = (conflict: Conflict, side: 'here' | 'file'): string => {
  const { at } = conflict[side];
  return at === null ? '' : formatMoment(at);
};

/** Longest excerpt of an answer, in characters. */
const EXCERPT = 400;

/** From the line before the first that differs: what is the same in both need not be read twice. */
export function excerpt(words: string, other: string): string {
  const lines = words.split('\n');
  const others = other.split('\n');
  const first = lines.findIndex((line, i) => line !== others[i]);
  const from = Math.max(0, (first < 0 ? lines.length : first) - 1);
  const shown = lines.slice(from).join('\n');
  return (from > 0 ? '…\n' : '') + (shown.length > EXCERPT ? `${shown.slice(0, EXCERPT)}…` : shown);
}
