import './test-rows.css';
import { ArrowRight, Check, EyeOff } from 'lucide-react';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import type { CodePlace } from './code-places.ts';
import { Miss } from './Miss.tsx';
import { testTitle } from './test-words.ts';
import { firstMiss } from './words.ts';

interface TestRowsProps {
  readonly results: readonly TestResult[];
  readonly language: CodeLanguage;
  /** Markdown: what the author says to this very answer. */
  readonly say: string | null;
  /** What went wrong is told above already: nothing could be compared. */
  readonly isTold: boolean;
  /** The error told above, in the words a check would tell it in. */
  readonly told: string | null;
  readonly onJump: (place: CodePlace) => void;
}

/** More passed checks than this are told by their number, the names one press away. */
const FEW = 5;

/** Every check told: the first that is not met yet on top and open, then the others, passed ones last. */
export function TestRows({ results, language, say, isTold, told, onJump }: TestRowsProps) {
  const first = isTold ? null : firstMiss(results);
  const misses = foldHidden(results.filter((result) => !result.passed && result !== first));
  const passed = foldHidden(results.filter((result) => result.passed));
  const row = ({ result, count }: Told, index: number) => (
    <Row
      key={index}
      {...{ result, count, language, told, onJump }}
      isFirst={result === first}
      hasMore={!isTold}
      say={result === first ? say : null}
    />
  );
  return (
    <>
      {isTold && say !== null && <CourseText text={say} className="results__say" />}
      <ul className="test-rows">
        {first !== null && row({ result: first, count: 1 }, -1)}
        {misses.map(row)}
        {passed.length <= FEW && passed.map((one, index) => row(one, misses.length + index))}
      </ul>
      {passed.length > FEW && (
        <details className="test-rows__passed">
          <summary>
            <Check />
            {t('player.passedChecks', { count: passed.reduce((sum, { count }) => sum + count, 0) })}
          </summary>
          <ul className="test-rows">{passed.map(row)}</ul>
        </details>
      )}
    </>
  );
}

/** A check, or several hidden ones, of which there is nothing to tell but their number. */
interface Told {
  readonly result: TestResult;
  readonly count: number;
}

function foldHidden(results: readonly TestResult[]): Told[] {
  const hidden = results.filter(({ isVisible }) => !isVisible);
  const shown = results.filter(({ isVisible }) => isVisible).map((result) => ({ result, count: 1 }));
  return hidden[0] === undefined ? shown : [...shown, { result: hidden[0], count: hidden.length }];
}

interface RowProps extends Told {
  readonly language: CodeLanguage;
  readonly isFirst: boolean;
  /** There is something to be looked into. */
  readonly hasMore: boolean;
  readonly say: string | null;
  readonly told: string | null;
  readonly onJump: (place: CodePlace) => void;
}

function Row({ result, count, language, isFirst, hasMore, say, told, onJump }: RowProps) {
  const { passed, isVisible, expected } = result;
  const miss = <Miss {...{ result, language, say, told, onJump }} />;
  return (
    <li className="test-row" data-passed={passed}>
      <span className="test-row__icon">{passed ? <Check /> : isVisible ? <ArrowRight /> : <EyeOff />}</span>
      <span className="test-row__name">{testTitle(result, count)}</span>
      <span className="test-row__word">{passed ? t('player.passed') : t('player.notYetWord')}</span>
      {isFirst && miss}
      {!passed && !isFirst && isVisible && hasMore && (
        <details className="test-row__more">
          <summary>{expected === null ? t('player.why') : t('player.details')}</summary>
          {miss}
        </details>
      )}
    </li>
  );
}
