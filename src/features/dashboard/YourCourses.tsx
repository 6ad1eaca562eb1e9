import { t } from '../../i18n/text.ts';
import type { CourseSummary } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CourseRow } from '../../ui/course-row.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { href } from '../../ui/routes.ts';
import { Section } from '../../ui/section.tsx';

/** The courses under way; for a newcomer, all there are. */
export function YourCourses({ courses, now }: { courses: readonly CourseSummary[]; now: number }) {
  const begun = courses.filter(({ progress }) => progress !== null);
  const isNewcomer = begun.length === 0;
  const others = courses.length - begun.length;
  const library = isNewcomer || others === 0 ? t('common.library') : t('home.moreInLibrary', { count: others });
  return (
    <Section title={t(isNewcomer ? 'home.onThisDevice' : 'home.yourCourses')} aside={<a href={href.library}>{library}</a>}>
      {courses.length === 0 ? (
        <EmptyState title={t('home.noCourses')} actions={<ButtonLink href={href.library}>{t('common.library')}</ButtonLink>}>
          {t('home.noCoursesWhy')}
        </EmptyState>
      ) : (
        <ul className="course-rows">
          {(isNewcomer ? courses : begun).map((summary) => (
            <CourseRow
              key={summary.course.id}
              course={summary.course}
              lessonCount={summary.lessonCount}
              minutes={summary.minutes}
              progress={summary.progress}
              now={now}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
