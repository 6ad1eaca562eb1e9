import './steps-bar.css';
import type { CSSProperties } from 'react';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { href } from '../../ui/routes.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Steps } from './use-steps.ts';

/**
 * "4 of 9", and a link to each exercise with how it stands, by width and word as well as colour. Where there is no room
 * to press each of them there is one bar instead; the contents hold the links.
 */
export function StepsBar({ view, steps }: { readonly view: LessonView; readonly steps: Steps }) {
  const { index, total, ending } = steps;
  const isOver = ending !== 'none';
  const isHere = (at: number): boolean => at === index && !isOver;
  return (
    <nav className="steps-bar" aria-label={t('player.steps')}>
      <ol className="steps-bar__list">
        {view.exercises.map(({ id }, at) => {
          const status = view.statuses[id] ?? 'NOT_STARTED';
          const words = t('player.step', { n: at + 1, total, status });
          return (
            <li key={id} className="steps-bar__item">
              <a
                className="steps-bar__step"
                href={href.lesson(view.lesson.id, id)}
                title={words}
                data-status={status}
                aria-current={isHere(at) ? 'step' : undefined}
                onClick={() => steps.goTo(at)}
              >
                <VisuallyHidden>{words}</VisuallyHidden>
              </a>
            </li>
          );
        })}
      </ol>
      <span className="steps-bar__bar" style={{ '--at': isOver ? 1 : (index + 1) / Math.max(1, total) } as CSSProperties} />
      <span className="steps-bar__count" aria-hidden="true">{t('player.stepOf', { n: Math.max(1, index + 1), total })}</span>
    </nav>
  );
}
