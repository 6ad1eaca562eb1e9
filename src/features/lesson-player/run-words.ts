import type { Outcome as RunOutcome, RunResult } from '../../core/run-result.ts';
import { t } from '../../i18n/text.ts';

/** What stopped a run, in plain words; null when it came to its end or to an error of its own. */
export function endingWords(outcome: RunOutcome): string | null {
  switch (outcome) {
    case 'finished':
    case 'error':
      return null;
    case 'timed-out':
      return t('player.outcomeTimedOut');
    case 'out-of-memory':
      return t('player.outcomeMemory');
    case 'too-much-output':
      return t('player.outcomeOutput');
    case 'died':
      return t('player.outcomeDied');
    case 'stopped':
      return t('player.outcomeStopped');
  }
}

/** Longest output that is read out, in characters. */
const READ_OUT = 300;

export function runAloud(run: RunResult): string {
  const output = run.output.map((chunk) => chunk.text).join('').trim();
  const error = run.error === null ? null : `${run.error.type}: ${run.error.message}`;
  const parts = [output === '' ? null : output.slice(0, READ_OUT), error, endingWords(run.outcome)].filter((part) => part !== null);
  return parts.length === 0 ? t('player.noOutput') : `${t('player.output')}: ${parts.join('. ')}`;
}
