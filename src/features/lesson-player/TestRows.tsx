import { ArrowRight, Check, EyeOff } from 'lucide-react';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { firstMiss } from './words.ts';

interface TestRowsProps {
  readonly results: readonly TestResult[];
  /** Markdown: what the author says to this very answer. */
  readonly say: string | null;
  /** What went wrong is told above already: an error before anything could be compared. */
  readonly isTold: boolean;
}

/** Every check told, passed ones too; the first that is not met yet stands open. */
export function TestRows({ results, say, isTold }: TestRowsProps) {
  const first = isTold ? null : firstMiss(results);
  return (
    <>
    {isTold && say !== null && <CourseText text={say} className="results__say" />}
    <ul className="test-rows">
      {results.map((result) => (
        <li key={result.id} className="test-row" data-passed={result.passed}>
          <span className="test-row__icon">{result.passed ? <Check /> : result.isVisible ? <ArrowRight /> : <EyeOff />}</span>
          <span className="test-row__name">{result.isVisible ? result.name : t('player.hiddenCheck')}</span>
          <span className="test-row__word">{result.passed ? t('player.passed') : t('player.notYetWord')}</span>
          {result === first && <Miss result={result} say={say} />}
          {!result.passed && result !== first && result.isVisible && (
            <details className="test-row__more">
              <summary>{t('player.details')}</summary>
              <Miss result={result} say={null} />
            </details>
          )}
        </li>
      ))}
    </ul>
    </>
  );
}

/** What was called, what was expected, what came: in that order. */
function Miss({ result, say }: { readonly result: TestResult; readonly say: string | null }) {
  const { called, expected, got, message, isVisible } = result;
  if (!isVisible && say === null) return null;
  const isOutput = expected?.includes('\n') === true || called?.includes('\n') === true;
  return (
    <div className="test-row__why">
      {isVisible && expected !== null && (
        <dl className="test-row__facts" data-output={isOutput}>
          {called !== null && <Fact term={isOutput ? t('player.typed') : t('player.called')} value={called} />}
          <Fact term={t('player.expected')} value={expected} />
          <Fact term={t('player.got')} value={got === null || got === '' ? null : got} fallback={message ?? t('player.gotNothing')} />
        </dl>
      )}
      {say !== null && <CourseText text={say} className="test-row__say" />}
    </div>
  );
}

interface FactProps {
  readonly term: string;
  /** null: there is none, and `fallback` says why. */
  readonly value: string | null;
  readonly fallback?: string;
}

function Fact({ term, value, fallback = '' }: FactProps) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value === null ? <span className="test-row__none">{fallback}</span> : <code>{value.replace(/\n$/, '')}</code>}</dd>
    </>
  );
}
