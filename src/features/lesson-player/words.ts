import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { t } from '../../i18n/text.ts';
import type { SubmitFailure } from '../../services/attempt-service.ts';
import type { DraftFailure } from '../../services/draft-service.ts';
import { openParts } from './answers.ts';
import { isCodeExercise } from './code-exercise.ts';
import { isRight, type Judgement, type Outcome } from './outcome.ts';
import { partsDetail, partsTitle } from './parts-words.ts';
import { calledKind, testTitle } from './test-words.ts';

/** The heading over the results: "Not yet: 1 of 3 checks". */
export function outcomeTitle(exercise: Exercise, outcome: Outcome, judgement: Judgement): string {
  const title = partsTitle(exercise, outcome);
  if (title !== null) return title;
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
  const first = isCodeExercise(exercise) ? firstMiss(outcome.testResults) : null;
  const detail = partsDetail(exercise, outcome);
  if (outcome.verdict === 'UNGRADED') return t('player.criteria');
  if (outcome.verdict === 'TIMED_OUT') parts.push(t('player.timedOutWhy'));
  else if (outcome.error !== null) parts.push(t('player.saidError', { error: `${outcome.error.type}: ${outcome.error.message}` }));
  else if (first !== null) parts.push(missAloud(first));
  else if (detail !== null) parts.push(detail);
  if (outcome.say !== null) parts.push(outcome.say.replace(/[`*]/g, ''));
  return t('player.saidTry', { n: nth, words: parts.map(asSentence).join(' ') });
}

const asSentence = (words: string): string => (/[.!?:…]$/.test(words.trim()) ? words.trim() : `${words}.`);

function missAloud(miss: TestResult): string {
  const { called, expected, got } = miss;
  const name = testTitle(miss);
  if (called === null || expected === null) return t('player.saidFirstPlain', { name });
  return t('player.saidFirst', { name, kind: calledKind(called), called, expected, got: got ?? t('player.gotNothing') });
}

/** The first check that is not met yet, one that may be shown ahead of hidden ones. */
export const firstMiss = (results: readonly TestResult[]): TestResult | null =>
  results.find((result) => !result.passed && result.isVisible) ?? results.find((result) => !result.passed) ?? null;

/** What kept an answer from being checked; of one that is not whole, what it still lacks. */
export function failureWords(failure: SubmitFailure | { readonly type: 'NothingChosen' }, exercise: Exercise, answer: DraftAnswer): string {
  switch (failure.type) {
    case 'Stopped':
      return t('player.stopped');
    case 'NotFound':
      return t('player.notRecordedGone');
    case 'QuotaExceeded':
      return failure.isKept === true ? t('common.diskFullKept') : t('player.notRecorded');
    case 'StoreFailed':
      return t('player.notRecordedFailed');
    case 'StaleTab':
    case 'DataNewerThanApp':
      return t('player.notRecordedStale');
    case 'NothingChosen':
      return lackWords(exercise, answer);
  }
}

function lackWords(exercise: Exercise, answer: DraftAnswer): string {
  const open = openParts(exercise, answer);
  switch (exercise.type) {
    case 'MULTI_SELECT':
      return t('answers.tickFirst');
    case 'PARSONS':
      return t('answers.placeFirst');
    case 'ORDERING':
      return t('answers.orderFirst');
    case 'FILL_BLANKS':
      return t('answers.blanksOpen', { open });
    case 'MATCHING':
      return t('answers.pairsOpen', { open });
    case 'MULTIPLE_CHOICE':
    case 'TRUE_FALSE':
      return t('player.chooseFirst');
    default:
      return t('player.writeFirst');
  }
}

/** Short for the bar, long for those who ask (and for a screen reader). */
export function notSavedWords(failure: DraftFailure): { readonly short: string; readonly long: string } {
  switch (failure.type) {
    case 'QuotaExceeded':
      return { short: t('player.notSavedFull'), long: t('player.notSavedFullLong') };
    case 'StoreFailed':
      return { short: t('player.notSavedFailed'), long: t('player.notSavedFailedLong') };
    case 'DataNewerThanApp':
      return { short: t('player.notSavedNewer'), long: t('player.notSavedNewerLong') };
    case 'StaleTab':
    case 'DraftTakenOver':
      return { short: t('player.notSavedStale'), long: t('player.notSavedStaleLong') };
  }
}
