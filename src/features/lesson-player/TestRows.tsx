import './test-rows.css';
import { ArrowRight, Check, EyeOff } from 'lucide-react';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import type { CodePlace } from './code-places.ts';
import { Miss } from './Miss.tsx';
import { ruleKind, testTitle } from './test-words.ts';
import { firstMiss } from './words.ts';

interface TestRowsProps {
  readonly results: readonly TestResult[];
  readonly language: CodeLanguage;
  /** Markdown: what the author says to this very answer. */
  readonly say: string | null;
  /** What went wrong is told above already: an error before anything could be compared. */
  readonly isTold: boolean;
  readonly onJump: (place: CodePlace) => void;
}

/** More passed checks than this are told by their number, the names one press away. */
const FEW = 5;

/** Every check told: the first that is not met yet on top and open, then the others, passed ones last. */
export function TestRows({ results, language, say, isTold, onJump }: TestRowsProps) {
  const first = isTold ? null : firstMiss(results);
  const misses = results.filter((result) => !result.passed && result !== first);
  const passed = results.filter((result) => result.passed);
  const row = (result: TestResult, index: number) => (
    <Row key={index} result={result} language={language} isFirst={result === first} say={result === first ? say : null} onJump={onJump} />
  );
  return (
    <>
      {isTold && say !== null && <CourseText text={say} className="results__say" />}
      <ul className="test-rows">
        {first !== null && row(first, -1)}
        {misses.map(row)}
        {passed.length <= FEW && passed.map((result, index) => row(result, misses.length + index))}
      </ul>
      {passed.length > FEW && (
        <details className="test-rows__passed">
          <summary>
            <Check />
            {t('player.passedChecks', { count: passed.length })}
          </summary>
          <ul className="test-rows">{passed.map(row)}</ul>
        </details>
      )}
    </>
  );
}

interface RowProps {
  readonly result: TestResult;
  readonly language: CodeLanguage;
  readonly isFirst: boolean;
  readonly say: string | null;
  readonly onJump: (place: CodePlace) => void;
}

function Row({ result, language, isFirst, say, onJump }: RowProps) {
  const { passed, isVisible, id } = result;
  const miss = <Miss result={result} language={language} say={say} onJump={onJump} />;
  return (
    <li className="test-row" data-passed={passed}>
      <span className="test-row__icon">{passed ? <Check /> : isVisible ? <ArrowRight /> : <EyeOff />}</span>
      <span className="test-row__name">{testTitle(result)}</span>
      <span className="test-row__word">{passed ? t('player.passed') : t('player.notYetWord')}</span>
      {isFirst && miss}
      {!passed && !isFirst && isVisible && (
        <details className="test-row__more">
          <summary>{ruleKind(id) === null ? t('player.details') : t('player.why')}</summary>
          {miss}
        </details>
      )}
    </li>
  );
}
