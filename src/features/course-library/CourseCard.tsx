import { formatMinutes, formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { CourseSummary } from '../../services/views.ts';
import { Meter } from '../../ui/meter.tsx';
import { firstWords } from '../../ui/plain-text.ts';
import { href } from '../../ui/routes.ts';

/** A course in the library: what it is, how long, how far one has come. */
export function CourseCard({ summary: { course, lessonCount, minutes, progress } }: { summary: CourseSummary }) {
  const facts = [
    t('common.level', { level: course.difficulty }),
    ...(course.programmingLanguage === null ? [] : [t('common.programmingLanguage', { language: course.programmingLanguage })]),
    t('common.lessons', { count: lessonCount }),
    formatMinutes(minutes),
  ];
  return (
    <li className="course-card" lang={course.language}>
      <h2 className="course-card__title"><a className="course-card__link" href={href.course(course.id)}>{course.title}</a></h2>
      <p className="course-card__facts">{facts.join(' · ')}</p>
      <p className="course-card__words">{firstWords(course.description)}</p>
      <div className="course-card__progress">
        <Meter percentage={progress?.percentage ?? 0} label={null} />
        <span className="course-card__standing">{standingOf(progress)}</span>
      </div>
    </li>
  );
}

function standingOf(progress: CourseSummary['progress']): string {
  if (progress === null) return t('common.notStarted');
  if (progress.percentage === 100) return t('common.complete');
  return t('common.percentageDone', { percentage: formatPercentage(progress.percentage) });
}
