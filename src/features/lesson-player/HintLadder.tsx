import './hint-ladder.css';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CourseText } from '../../ui/course-text.tsx';
import { ArrangeHint } from './ArrangeHint.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { Solution } from './Solution.tsx';
import type { Work } from './use-work.ts';

/** Each step of the ladder that was taken, in order; what is new is read out. */
export function HintLadder({ work }: { readonly work: Work }) {
  const { exercise, hints, state, store, isReadOnly } = work;
  const isArranging = state.isArranging && hints.puzzle !== null && !hints.isRevealed;
  const isOpen = isArranging || state.isRereading || hints.shown > 0 || hints.isRevealed || state.isSure === 'asked';
  return (
    <div className="hint-ladder" aria-live="polite" data-open={isOpen}>
      {state.isRereading && hints.shown === 0 && !hints.isRevealed && (
        <div className="hint-ladder__step">
          <p>{isCodeExercise(exercise) ? t('player.rereadCode') : t('player.reread')}</p>
          {hints.total > 0 && !isReadOnly && (
            <Button size="s" onClick={hints.next}>{t('player.showHint', { n: 1, total: hints.total })}</Button>
          )}
          {hints.total === 0 && <p className="hint-ladder__count">{t('player.noHints')}</p>}
        </div>
      )}
      {exercise.hints.slice(0, hints.shown).map((hint, index) => (
        <div key={index} className="hint-ladder__step">
          <p className="hint-ladder__count">{t('player.hintOf', { n: index + 1, total: hints.total })}</p>
          <CourseText text={hint} className="hint-ladder__words" />
        </div>
      ))}
      {isArranging && (
        // It tells its own moves.
        <div className="hint-ladder__step" aria-live="off">
          <ArrangeHint puzzle={hints.puzzle} isReadOnly={isReadOnly} />
        </div>
      )}
      {state.isSure === 'asked' && (
        <div className="hint-ladder__sure" role="group" aria-label={t('player.sureTitle')}>
          <p className="hint-ladder__title">{t('player.sureTitle')}</p>
          <p>{t('player.sureWords')}</p>
          <div className="hint-ladder__choices">
            <Button size="s" onClick={() => store.setState({ isSure: 'not-asked' })}>{t('player.sureNo')}</Button>
            <Button size="s" kind="quiet" onClick={hints.reveal}>{t('player.sureYes')}</Button>
          </div>
        </div>
      )}
      {hints.isRevealed && (
        <div className="hint-ladder__step hint-ladder__step--solution">
          <p className="hint-ladder__count">{t('player.solutionNoted')}</p>
          <Solution exercise={exercise} />
        </div>
      )}
    </div>
  );
}
