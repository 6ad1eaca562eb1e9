import './endings.css';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { firstWords } from '../../ui/plain-text.ts';
import { href } from '../../ui/routes.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import type { Steps } from './use-steps.ts';

/** The last exercise is behind, others are still open: they can wait, and the learner decides. */
export function LessonEnd({ view, steps }: { readonly view: LessonView; readonly steps: Steps }) {
  const heading = useFocusOnMount();
  const first = steps.open[0] ?? 0;
  return (
    <main id={MAIN_ID} className="ending" tabIndex={-1}>
      <h1 ref={heading} tabIndex={-1} className="ending__title">{t('player.endTitle', { lesson: view.lesson.title })}</h1>
      <p className="ending__words">{t('player.endOpen', { open: steps.open.length })}</p>
      <ol className="ending__open">
        {steps.open.map((at) => {
          const exercise = view.exercises[at];
          return exercise === undefined ? null : (
            <li key={exercise.id}>
              <a href={href.lesson(view.lesson.id, exercise.id)} onClick={() => steps.goTo(at)}>
                <span className="ending__number">{at + 1}</span>
                {firstWords(exercise.prompt)}
              </a>
            </li>
          );
        })}
      </ol>
      {steps.failure !== null && <p role="alert">{failureWords(steps.failure)}</p>}
      <div className="ending__actions">
        <Button kind="primary" onClick={() => steps.goTo(first)}>{t('player.endGoBack', { n: first + 1 })}</Button>
        <Button onClick={() => void steps.finishLesson()}>{t('player.endAnyway')}</Button>
      </div>
    </main>
  );
}
