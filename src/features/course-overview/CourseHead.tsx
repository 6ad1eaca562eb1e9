import { ArrowRight, CircleCheck } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { formatMinutes, formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { CourseOverview } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { href } from '../../ui/routes.ts';
import { wayIn } from './way-in.ts';

const CourseText = lazy(async () => ({ default: (await import('../../ui/course-text.tsx')).CourseText }));

/** Title, description, the one way in, and the course in numbers. */
export function CourseHead({ overview }: { overview: CourseOverview }) {
  const { course, progress, lessonCount, exerciseCount, minutes } = overview.summary;
  const way = wayIn(overview);
  const isDone = progress?.percentage === 100;
  const level = t('common.level', { level: course.difficulty });
  const kicker = course.programmingLanguage === null ? level : `${level} · ${t('common.programmingLanguage', { language: course.programmingLanguage })}`;
  const facts = [
    [t('course.lessons'), t('course.number', { count: lessonCount })],
    [t('course.exercises'), t('course.number', { count: exerciseCount })],
    [t('course.time'), formatMinutes(minutes)],
  ] as const;
  return (
    <div className="course-head">
      <div className="course-head__words">
        <PageHeader title={course.title} lang={course.language} kicker={kicker} />
        <div className="course-head__text" lang={course.language}>
          <Suspense>
            <CourseText text={course.description} />
          </Suspense>
        </div>
        {way !== null && (
          <ButtonLink kind="primary" href={href.lesson(way.lessonId)} iconEnd={<ArrowRight />}>{t('course.wayIn', { kind: way.kind })}</ButtonLink>
        )}
      </div>
      <aside className="course-head__facts" aria-label={t('course.inNumbers')}>
        {isDone && <p className="course-head__done"><CircleCheck />{t('course.done')}</p>}
        {progress !== null && (
          <div className="course-head__progress">
            <p><strong>{formatPercentage(progress.percentage)}</strong> <span>{t('course.lessonsDone', { done: progress.lessonsDone, total: lessonCount })}</span></p>
            <Meter percentage={progress.percentage} label={t('course.progress')} />
          </div>
        )}
        <dl>
          {facts.map(([name, value]) => (
            <div key={name} className="course-head__fact"><dt>{name}</dt><dd>{value}</dd></div>
          ))}
        </dl>
      </aside>
    </div>
  );
}
