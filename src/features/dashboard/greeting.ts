import type { EpochMs } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';

/** "Good evening, Jane." by the clock of the device. */
export function greetingAt(now: EpochMs, displayName: string): string {
  const hour = new Date(now).getHours();
  const time = hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return t('home.greeting', { time, name: displayName });
}
