import type { Outcome as RunOutcome } from '../../core/run-result.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { OutputView } from './output-log.ts';
import type { ScratchRun } from './scratch-run.ts';

/** What stopped a run and what to look at, in plain words; null when it came to its end or to an error of its own. */
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

/** The same of a check, whose heading says already that it is not yet right. */
export const checkEndingWords = (outcome: RunOutcome): string | null =>
  outcome === 'timed-out' ? t('player.timedOutWhy') : endingWords(outcome);

/** Longest output that is read out, in characters. */
const READ_OUT = 300;

/** A run in one breath, when it is over: a short output whole, of a long one how long it is. */
export function runAloud({ log, result }: ScratchRun): string {
  const view = log.view();
  const output = outputText(view).trim();
  const pictures = result?.pictures.length ?? 0;
  const error = result?.error ?? null;
  const parts = [
    output === '' ? null : output.length > READ_OUT ? t('player.saidLines', { count: view.lines }) : output,
    pictures === 0 ? null : t('player.saidPictures', { count: pictures }),
    error === null ? null : errorLine(error.type, error.message, error.line),
    result === null ? null : endingWords(result.outcome),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('player.noOutput') : `${t('player.output')}: ${parts.join('. ')}`;
}

const errorLine = (type: string, message: string, line: number | null): string =>
  line === null ? `${type}: ${message}` : t('player.saidErrorAt', { error: `${type}: ${message}`, line });

export const outputText = ({ parts }: OutputView): string => parts.map((part) => part.text).join('');

/** "0.04 s", "2.4 s", "12 s": how long something takes, for someone who watches. */
export function seconds(ms: number): string {
  const steps = ms < 995 ? 100 : ms < 9_950 ? 10 : 1;
  return t('player.seconds', { seconds: formatNumber(Math.max(0.01, Math.round((ms * steps) / 1_000) / steps)) });
}
