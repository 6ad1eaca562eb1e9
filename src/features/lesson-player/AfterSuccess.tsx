import './after-success.css';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { Solution } from './Solution.tsx';
import type { Work } from './use-work.ts';

/** Why it works, the author's own way, and the hints that were not needed. */
export function AfterSuccess({ work: { exercise, hints } }: { readonly work: Work }) {
  const unseen = exercise.hints.slice(hints.shown);
  const hasOtherWay = isCodeExercise(exercise) && !hints.isRevealed;
  return (
    <div className="after-success">
      {exercise.explanation !== '' && (
        <>
          <h3 className="after-success__title">{t('player.whyItWorks')}</h3>
          <CourseText text={exercise.explanation} className="after-success__words" />
        </>
      )}
      {hasOtherWay && (
        <details className="after-success__more">
          <summary>{t('player.anotherWay')}</summary>
          <p className="after-success__note">{t('player.anotherWayNote')}</p>
          <Solution exercise={exercise} />
        </details>
      )}
      {unseen.length > 0 && (
        <details className="after-success__more">
          <summary>{t('player.unseenHints', { count: unseen.length })}</summary>
          <ol className="after-success__hints">
            {unseen.map((hint, index) => (
              <li key={index}><CourseText text={hint} /></li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
