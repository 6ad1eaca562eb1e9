import type { EpochMs } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';
import { intervalWords } from './interval-words.ts';

/** When the next card comes: "The next one comes in 9 hr." null: none is waiting. */
export const nextWords = (nextAt: EpochMs | null): string =>
  nextAt === null ? t('review.nextNone') : t('review.next', { interval: intervalWords(Math.max(0, nextAt - Date.now())) });
