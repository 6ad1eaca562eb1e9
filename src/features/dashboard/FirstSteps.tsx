import { ArrowRight } from 'lucide-react';
import { formatMinutes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { href } from '../../ui/routes.ts';
import { firstWords } from '../../ui/plain-text.ts';
import type { FirstLesson } from './read-home.ts';

/** Nothing to continue: the first lesson of the next course, one press away. */
export function FirstSteps({ first: { course, lesson, isNewcomer } }: { first: FirstLesson }) {
  return (
    <section className="way-on" aria-labelledby="way-on">
      <div className="way-on__next">
        <p className="way-on__kicker">{t(isNewcomer ? 'home.startHere' : 'home.startNext')}</p>
        <h2 id="way-on" className="way-on__title">{course.title}</h2>
        <p className="way-on__where">{firstWords(course.description)}</p>
        <div className="way-on__actions">
          <ButtonLink kind="primary" href={href.lesson(lesson.id)} iconEnd={<ArrowRight />}>{t('home.firstLesson')}</ButtonLink>
          <ButtonLink kind="quiet" href={href.course(course.id)}>{t('home.whatItTeaches')}</ButtonLink>
        </div>
      </div>
      <div className="way-on__standing">
        <p className="way-on__kicker">{t('home.firstLessonIs')}</p>
        <p className="way-on__lesson">{lesson.title}</p>
        <p className="way-on__numbers">{t('home.aboutTime', { time: formatMinutes(lesson.estimatedMinutes) })}</p>
      </div>
    </section>
  );
}
