import type { Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { attemptWrite } from '../../services/failures.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CourseChanged } from '../../ui/course-changed.tsx';
import { Loading } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { href } from '../../ui/routes.ts';
import { Section } from '../../ui/section.tsx';
import { Arrived } from './Arrived.tsx';
import { CourseHead } from './CourseHead.tsx';
import { FromFile } from './FromFile.tsx';
import { LessonRow } from './LessonRow.tsx';
import './course-overview.css';

export function CourseOverview({ userId, courseId }: { userId: Id; courseId: Id }) {
  const { courses } = useServices();
  const overview = useLive(() => courses.overview(userId, courseId), [courses, userId, courseId]);
  const change = useLive(() => courses.change(userId, courseId), [courses, userId, courseId]);
  if (overview.state === 'loading') return <Loading />;
  if (overview.value === null) {
    return (
      <div className="page page--narrow">
        <PageHeader title={t('course.gone')} lead={t('course.goneWhy')} />
        <ButtonLink kind="primary" href={href.library}>{t('common.library')}</ButtonLink>
      </div>
    );
  }
  const { lessons, currentLessonId, summary } = overview.value;
  return (
    <div className="page course-overview">
      <Arrived courseId={courseId} isToldBelow={change.state === 'ready' && change.value !== null} />
      <CourseHead overview={overview.value} />
      {change.state === 'ready' && change.value !== null && (
        <CourseChanged
          course={summary.course}
          change={change.value}
          onDismiss={() => void attemptWrite(() => courses.dismissChange(userId, courseId))}
        />
      )}
      <Section title={t('course.lessons')}>
        <LongList
          className="lesson-rows"
          lang={summary.course.language}
          items={lessons}
          at={lessons.findIndex(({ lesson }) => lesson.id === currentLessonId)}
          row={(entry, index) => (
            <LessonRow
              key={entry.lesson.id}
              {...entry}
              number={index + 1}
              isCurrent={summary.progress !== null && entry.lesson.id === currentLessonId && !entry.isDone}
            />
          )}
        />
      </Section>
      <FromFile courseId={courseId} language={summary.course.language} />
    </div>
  );
}
