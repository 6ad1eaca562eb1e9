import type { Id } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';
import type { CourseSummary } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CourseChanged } from '../../ui/course-changed.tsx';
import { CourseRow } from '../../ui/course-row.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { href } from '../../ui/routes.ts';
import { Section } from '../../ui/section.tsx';
import type { HomeReading } from './read-home.ts';

interface YourCoursesProps {
  courses: readonly CourseSummary[];
  changes: HomeReading['changes'];
  /** The learner has read what changed in this course. */
  onSeen: (courseId: Id) => void;
  now: number;
}

/** The courses under way; for a newcomer, all there are. */
export function YourCourses({ courses, changes, onSeen, now }: YourCoursesProps) {
  const begun = courses.filter(({ progress }) => progress !== null);
  const isNewcomer = begun.length === 0;
  const others = courses.length - begun.length;
  const library = isNewcomer || others === 0 ? t('common.library') : t('home.moreInLibrary', { count: others });
  const changeNote = ({ course }: CourseSummary) => {
    const change = changes.get(course.id);
    return change === undefined ? null : <CourseChanged course={course} change={change} onDismiss={() => onSeen(course.id)} />;
  };
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
              note={changeNote(summary)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
