import type { Exercise } from '../../../db/models/exercise.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { t } from '../../i18n/text.ts';
import type { SubmitFailure } from '../../services/attempt-service.ts';
import type { DraftFailure } from '../../services/draft-service.ts';
import { isRight, type Judgement, type Outcome } from './outcome.ts';

/** The heading over the results: "Not yet: 1 of 3 checks". */
export function outcomeTitle(exercise: Exercise, outcome: Outcome, judgement: Judgement): string {
  const total = outcome.testResults.length;
  const passed = outcome.testResults.filter((result) => result.passed).length;
  if (isRight(exercise, outcome, judgement)) return total === 0 ? t('player.right') : t('player.rightChecks', { total });
  if (outcome.verdict === 'TIMED_OUT') return t('player.timedOut');
  if (outcome.verdict === 'ERRORED') return t('player.notYetError');
  return total === 0 ? t('player.notYet') : t('player.notYetChecks', { passed, total });
}

/** All of a result in one breath, to be read out; `nth` is the number of this try. */
export function outcomeAloud(exercise: Exercise, outcome: Outcome, nth: number): string {
  const parts = [outcomeTitle(exercise, outcome, null)];
  const first = firstMiss(outcome.testResults);
  if (outcome.verdict === 'UNGRADED') return t('player.criteria');
  if (outcome.verdict === 'TIMED_OUT') parts.push(t('player.timedOutWhy'));
  else if (outcome.error !== null) parts.push(t('player.saidError', { error: `${outcome.error.type}: ${outcome.error.message}` }));
  else if (first !== null) parts.push(missAloud(first));
  if (outcome.say !== null) parts.push(outcome.say.replace(/[`*]/g, ''));
  return t('player.saidTry', { n: nth, words: parts.map(asSentence).join(' ') });
}

const asSentence = (words: string): string => (/[.!?:…]$/.test(words.trim()) ? words.trim() : `${words}.`);

function missAloud({ name, called, expected, got }: TestResult): string {
  if (called === null || expected === null) return t('player.saidFirstPlain', { name });
  return t('player.saidFirst', { name, called, expected, got: got ?? t('player.gotNothing') });
}

/** The first check that is not met yet, one that may be shown ahead of hidden ones. */
export const firstMiss = (results: readonly TestResult[]): TestResult | null =>
  results.find((result) => !result.passed && result.isVisible) ?? results.find((result) => !result.passed) ?? null;

export function failureWords(failure: SubmitFailure | { readonly type: 'NothingChosen' }, exercise: Exercise): string {
  switch (failure.type) {
    case 'Stopped':
      return t('player.stopped');
    case 'NotFound':
      return t('player.notRecordedGone');
    case 'QuotaExceeded':
      return t('player.notRecorded');
    case 'StaleTab':
    case 'DataNewerThanApp':
      return t('player.notRecordedStale');
    case 'NothingChosen':
      return exercise.type === 'FREE_FORM' ? t('player.writeFirst') : t('player.chooseFirst');
  }
}

/** Short for the bar, long for those who ask (and for a screen reader). */
export function notSavedWords(failure: DraftFailure): { readonly short: string; readonly long: string } {
  switch (failure.type) {
    case 'QuotaExceeded':
      return { short: t('player.notSavedFull'), long: t('player.notSavedFullLong') };
    case 'DataNewerThanApp':
      return { short: t('player.notSavedNewer'), long: t('player.notSavedNewerLong') };
    case 'StaleTab':
    case 'DraftTakenOver':
      return { short: t('player.notSavedStale'), long: t('player.notSavedStaleLong') };
  }
}
