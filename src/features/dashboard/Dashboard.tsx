import { lazy, Suspense } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import type { User } from '../../../db/models/user.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useServices } from '../../hooks/use-services.ts';
import { loadWords, t } from '../../i18n/text.ts';
import { attemptWrite } from '../../services/failures.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Continue } from './Continue.tsx';
import { greetingAt } from './greeting.ts';
import { readHome, type HomeReading } from './read-home.ts';
import { YourCourses } from './YourCourses.tsx';
import './dashboard.css';

/** Only for someone who has begun nothing. */
const FirstSteps = lazy(async () => ({ default: (await import('./FirstSteps.tsx')).FirstSteps }));
/** Not for the first paint: what is due is read once home is there. */
const DueToday = lazy(async () => {
  const [{ DueToday }] = await Promise.all([import('./DueToday.tsx'), loadWords('review')]);
  return { default: DueToday };
});

export function Dashboard({ user }: { user: User }) {
  const { courses } = useServices();
  const now = useNow();
  const home = useLive(() => readHome(courses, user.id), [courses, user.id]);
  if (home.state === 'loading') return <Loading />;
  const { resume, courses: summaries, first, changes } = home.value;
  const onSeen = (courseId: Id): void => void attemptWrite(() => courses.dismissChange(user.id, courseId));
  return (
    <div className="page dashboard">
      <PageHeader title={greetingAt(now, user.displayName)} lead={leadOf(home.value)} />
      {resume !== null && <Continue resume={resume} now={now} />}
      {resume === null && first !== null && <Suspense><FirstSteps first={first} /></Suspense>}
      {summaries.some(({ progress }) => progress !== null) && <Suspense><DueToday userId={user.id} /></Suspense>}
      <YourCourses courses={summaries} changes={changes} onSeen={onSeen} now={now} />
    </div>
  );
}

function leadOf({ resume, first, courses }: HomeReading): string {
  if (resume !== null) return t('home.leadResume');
  if (courses.length === 0) return t('home.leadEmpty');
  if (first === null) return t('home.leadAllDone');
  return t(first.isNewcomer ? 'home.leadNewcomer' : 'home.leadNext');
}
