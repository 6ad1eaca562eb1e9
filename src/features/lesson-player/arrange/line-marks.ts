import type { TestResult } from '../../../../db/models/exercise-attempt.ts';
import { t } from '../../../i18n/text.ts';
import type { PieceMark } from './Arranger.tsx';

/** Ends the grader's id for a line that stands in its place, at the wrong depth. */
const INDENT = '/indent';

/** What is to be said beside each line, by its block. */
export const lineMarks = (results: readonly TestResult[]): ReadonlyMap<string, PieceMark> =>
  new Map(
    results.map(({ id, passed }): [string, PieceMark] => [
      id.endsWith(INDENT) ? id.slice(0, -INDENT.length) : id,
      { passed, words: id.endsWith(INDENT) ? t('answers.otherDepth') : null },
    ]),
  );
