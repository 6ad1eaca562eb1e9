import type { Exercise } from '../../../db/models/exercise.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { numberReadings } from '../../core/grading/number-readings.ts';
import { t } from '../../i18n/text.ts';
import type { Outcome } from './outcome.ts';

/** The grader's id for a part that the answer lacks. */
const MISSING = '*missing';

/** The heading over an answer in parts: "Not yet: 2 of 4 blanks". null: the exercise has none. */
export function partsTitle(exercise: Exercise, { testResults, verdict }: Outcome): string | null {
  const isRight = verdict === 'PASSED';
  const passed = testResults.filter((result) => result.passed).length;
  const total = testResults.length;
  switch (exercise.type) {
    case 'MULTI_SELECT': {
      const all = exercise.answerKey.optionIds.length;
      return isRight ? t('answers.allRightOnes', { total: all }) : t('answers.rightOnes', { right: passed, total: all, tooMany: total - passed });
    }
    case 'FILL_BLANKS':
      return isRight ? t('answers.allBlanksRight', { total }) : t('answers.blanksRight', { passed, total });
    case 'MATCHING':
      return isRight ? t('answers.allPairsRight', { total }) : t('answers.pairsRight', { passed, total });
    case 'ORDERING':
      return isRight ? t('answers.allPlacesRight') : t('answers.placesRight', { passed, total });
    case 'PARSONS':
      return isRight ? t('answers.allLinesRight') : t('answers.linesRight', { passed });
    case 'PREDICT_OUTPUT':
      return isRight ? t('answers.outputRight') : t('answers.outputLinesRight', { passed });
    case 'NUMERIC':
      return isRight ? t('player.right') : t('player.notYet');
    default:
      return null;
  }
}

/** What to look at next, without saying what would be right; null: the heading says it all. */
export function partsDetail(exercise: Exercise, { testResults, verdict }: Outcome): string | null {
  if (verdict === 'PASSED') return null;
  const miss = testResults.findIndex((result) => !result.passed);
  const first = testResults[miss];
  if (first === undefined) return null;
  const n = miss + 1;
  switch (exercise.type) {
    case 'PARSONS':
      return linesDetail(testResults);
    case 'ORDERING':
      return t('answers.placeOut', { n });
    case 'PREDICT_OUTPUT':
      return first.id === MISSING ? t('answers.outputMissing') : t('answers.outputLineOut', { n });
    case 'NUMERIC':
      return numericDetail(testResults, exercise.answerKey.units.length > 0);
    default:
      return null;
  }
}

/** Where the first line is that is out of place; null where none is. */
export function linesDetail(results: readonly TestResult[]): string | null {
  const miss = results.findIndex((result) => !result.passed);
  const first = results[miss];
  if (first === undefined) return null;
  if (first.id === MISSING) return t('answers.linesMissing');
  return first.id.endsWith('/indent') ? t('answers.lineDepth', { n: miss + 1 }) : t('answers.lineOut', { n: miss + 1 });
}

function numericDetail(results: readonly TestResult[], hasUnits: boolean): string | null {
  const number = results.find(({ id }) => id === 'number');
  const unit = results.find(({ id }) => id === 'unit');
  if (number === undefined) return null;
  if (!number.passed) return numberReadings(number.got ?? '').length === 0 ? t('answers.noNumber') : null;
  if (!hasUnits) return t('answers.needlessUnit');
  return unit?.got === '' ? t('answers.unitMissing') : t('answers.unitOut');
}
