import './endings.css';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import type { SkipAhead } from './use-skip-ahead.ts';

/** The skip-ahead check has shown that there is something to learn here; the learner decides. */
export function AheadEnd({ view, ahead }: { readonly view: LessonView; readonly ahead: SkipAhead }) {
  const heading = useFocusOnMount();
  const { right, total, steps } = ahead;
  return (
    <main id={MAIN_ID} className="ending" tabIndex={-1}>
      <h1 ref={heading} tabIndex={-1} className="ending__title">{t('player.aheadTitle')}</h1>
      <p className="ending__words">{t('player.aheadWords', { right, total, minutes: view.lesson.estimatedMinutes })}</p>
      {steps.failure !== null && <p role="alert">{failureWords(steps.failure)}</p>}
      <div className="ending__actions">
        <Button kind="primary" onClick={ahead.stop}>{t('player.aheadTake')}</Button>
        <Button onClick={() => void steps.finishLesson()}>{t('player.endAnyway')}</Button>
      </div>
    </main>
  );
}
