import { ArrowRight } from 'lucide-react';
import { formatAgo, formatMinutes, formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { ResumeView } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import { href } from '../../ui/routes.ts';

/** The one next action: the lesson, the exercise and the very line the learner left. */
export function Continue({ resume, now }: { resume: ResumeView; now: number }) {
  const { course, lesson, exerciseId, at, percentage, lessonsDone, lessonCount, minutesLeft } = resume;
  return (
    <section className="way-on" aria-labelledby="way-on">
      <div className="way-on__next">
        <p className="way-on__kicker">{at === null ? t('home.whereYouAre') : t('home.whereYouWere', { ago: formatAgo(at, now) })}</p>
        <h2 id="way-on" className="way-on__title">{lesson.title}</h2>
        <p className="way-on__where">{whereOf(resume)}</p>
        <ButtonLink kind="primary" href={href.lesson(lesson.id, exerciseId)} iconEnd={<ArrowRight />}>{t('home.continue')}</ButtonLink>
      </div>
      <div className="way-on__standing">
        <p className="way-on__kicker"><a href={href.course(course.id)}>{course.title}</a></p>
        <p className="way-on__big">{formatPercentage(percentage)}</p>
        <Meter percentage={percentage} label={t('home.progressIn', { course: course.title })} />
        <p className="way-on__numbers">
          <span>{t('home.lessonsDone', { done: lessonsDone, total: lessonCount })}</span>
          {minutesLeft > 0 && <span>{t('home.timeLeft', { time: formatMinutes(minutesLeft) })}</span>}
        </p>
      </div>
    </section>
  );
}

function whereOf({ exerciseIndex, exerciseCount, cursorLine }: ResumeView): string {
  if (exerciseIndex === 0) return t('home.whereReading');
  const place = { index: exerciseIndex, total: exerciseCount };
  return cursorLine === null ? t('home.where', place) : t('home.whereLine', { ...place, line: cursorLine });
}
