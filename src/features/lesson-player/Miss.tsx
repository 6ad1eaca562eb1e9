import type { ReactNode } from 'react';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { DiffView } from '../../ui/diff-view.tsx';
import type { CodePlace } from './code-places.ts';
import { asLines, calledKind, differing, isOnlySpace, ownMessage, ruleKind, rulePlaces, type Differing } from './test-words.ts';

interface MissProps {
  readonly result: TestResult;
  readonly language: CodeLanguage;
  /** Markdown. */
  readonly say: string | null;
  /** What the note above says already. */
  readonly told: string | null;
  readonly onJump: (place: CodePlace) => void;
}

/** What was called, what was expected, what came: in that order; several lines as what differs between them. */
export function Miss({ result, language, say, told, onJump }: MissProps) {
  const { called, expected, isVisible, id, got } = result;
  if (!isVisible && say === null) return null;
  if (ruleKind(id) !== null) return <Rule result={result} say={say} onJump={onJump} />;
  const isCompared = expected !== null;
  const own = ownMessage(result, told);
  const isEmpty = !isCompared && called === null && own === null && say === null;
  if (isEmpty && told !== null) return null;
  return (
    <div className="test-row__why">
      {isVisible && (isCompared || called !== null) && (
        <dl className="test-row__facts">
          {called !== null && <Fact term={calledTerm(result, called)}><code>{called.replace(/\n$/, '')}</code></Fact>}
          {isCompared && <Compared result={result} expected={expected} language={language} />}
        </dl>
      )}
      {isCompared && got !== null && isOnlySpace(expected.trimEnd(), got.trimEnd()) && <p className="test-row__space">{t('player.onlySpace')}</p>}
      {isVisible && own !== null && (!isCompared || (got ?? '') !== '') && <p className="test-row__message">{own}</p>}
      {isVisible && isEmpty && <p className="test-row__none">{t('player.noReason')}</p>}
      {say !== null && <CourseText text={say} className="test-row__say" />}
    </div>
  );
}

/** A name was not called, it was looked at. */
const calledTerm = (result: TestResult, called: string): string =>
  isInput(result) ? t('player.typed') : calledKind(called) === 'call' ? t('player.called') : t('player.lookedAt');

/** A program that reads and prints was not called, it was given lines. */
const isInput = ({ called, expected }: TestResult): boolean => called?.includes('\n') === true || expected?.includes('\n') === true;

function Compared({ result, expected, language }: { readonly result: TestResult; readonly expected: string; readonly language: CodeLanguage }) {
  const { got, message } = result;
  const lines = asLines(result, language);
  if (lines !== null) {
    const words = { added: t('player.lineYours'), removed: t('player.lineExpected'), same: t('player.linesSame') };
    return (
      <div className="test-row__lines">
        <dt>{t('player.linesDiffer')}</dt>
        <dd>
          <DiffView before={lines.expected} after={lines.got} by="lines" words={words} />
        </dd>
      </div>
    );
  }
  const parts = got === null ? null : differing(expected, got);
  return (
    <>
      <Fact term={t('player.expected')}>
        <Shown text={expected} parts={parts?.expected ?? null} />
      </Fact>
      <Fact term={t('player.got')}>
        {got === null || got === '' ? (
          <span className="test-row__none">{message ?? t('player.gotNothing')}</span>
        ) : (
          <Shown text={got} parts={parts?.got ?? null} />
        )}
      </Fact>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Shown({ text, parts }: { readonly text: string; readonly parts: Differing | null }) {
  if (parts === null) return <code>{text.replace(/\n$/, '')}</code>;
  return (
    <code>
      {parts.before}
      {parts.differs !== '' && <mark className="test-row__differs">{parts.differs}</mark>}
      {parts.after.replace(/\n$/, '')}
    </code>
  );
}

/** The author's words to a rule about what the code may or must hold, and where it was found. */
function Rule({ result: { message, got }, say, onJump }: Omit<MissProps, 'language' | 'told'>) {
  return (
    <div className="test-row__why">
      {say !== null && say !== message && <CourseText text={say} className="test-row__say" />}
      {message !== null && <CourseText text={message} className="test-row__say" />}
      {rulePlaces(got).map((place, index) => (
        <button key={index} type="button" className="test-row__place" onClick={() => onJump(place)}>
          {t('player.errorAt', { file: place.file, line: place.line })}
        </button>
      ))}
    </div>
  );
}
