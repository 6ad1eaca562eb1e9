import './endings.css';
import type { Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { CourseStats } from '../../services/course-stats.ts';
import type { LessonView } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { href } from '../../ui/routes.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** No further lesson: what was done, calmly counted, and a way on. */
export function CourseEnd({ userId, view }: { readonly userId: Id; readonly view: LessonView }) {
  const { progress } = useServices();
  const stats = useLive(() => progress.calculateStats(userId, view.course.id), [progress, userId, view.course.id]);
  return (
    <main id={MAIN_ID} className="ending" tabIndex={-1}>
      {stats.state === 'loading' ? <Loading /> : <Counted stats={stats.value} view={view} />}
    </main>
  );
}

function Counted({ stats, view }: { readonly stats: CourseStats; readonly view: LessonView }) {
  const heading = useFocusOnMount();
  const course = view.course.title;
  const isDone = stats.lessons.done === stats.lessons.total;
  const skipped = stats.exercises.total - stats.exercises.done;
  const open = view.lessons.filter((lesson) => !lesson.isDone);
  const first = isDone ? undefined : open[0];
  const counts = [
    { label: t('player.countLessons'), value: t('player.countOf', stats.lessons) },
    { label: t('player.countExercises'), value: t('player.countOf', { done: stats.exercises.done, total: stats.exercises.total }) },
    { label: t('player.countTries'), value: formatNumber(stats.attempts.total) },
    { label: t('player.countRectified'), value: formatNumber(stats.exercises.rectified) },
  ];
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="ending__title">
        {isDone ? t('player.courseDone', { course }) : t('player.courseEnd', { course })}
      </h1>
      <p className="ending__words">{endWords(isDone, skipped)}</p>
      <dl className="ending__counts">
        {counts.map(({ label, value }) => (
          <div key={label} className="ending__count">
            <dd>{value}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      {!isDone && (
        <>
          <h2 className="ending__heading">{t('player.openLessons')}</h2>
          <ol className="ending__open">
          {open.map(({ id, title }) => (
            <li key={id}><a href={href.lesson(id)}>{title}</a></li>
          ))}
          </ol>
        </>
      )}
      <div className="ending__actions">
        {first !== undefined && <ButtonLink kind="primary" href={href.lesson(first.id)}>{t('player.goToLesson', { lesson: first.title })}</ButtonLink>}
        <ButtonLink kind={first === undefined ? 'primary' : 'plain'} href={href.library}>{t('player.chooseNext')}</ButtonLink>
        <ButtonLink href={href.course(view.course.id)}>{t('player.backToCourse')}</ButtonLink>
      </div>
    </>
  );
}

/** A lesson may be finished with exercises left open: then nothing is claimed that was not done. */
function endWords(isDone: boolean, skipped: number): string {
  if (!isDone) return t('player.courseEndWords');
  return skipped > 0 ? t('player.courseDoneOpenWords', { count: skipped }) : t('player.courseDoneWords');
}
