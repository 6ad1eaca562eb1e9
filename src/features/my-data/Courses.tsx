import { useState } from 'react';
import type { Course } from '../../../db/models/course.ts';
import type { Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { formatBytes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { attemptWrite } from '../../services/failures.ts';
import type { Weights } from '../../services/soundness/soundness-service.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { Status } from '../../ui/notice.tsx';

/** What is installed, how big, and out of the library with it: nothing that was done in it goes. */
export function Courses({ userId, weights }: { userId: Id; weights: Weights | null }) {
  const { courses } = useServices();
  const [said, setSaid] = useState('');
  const installed = useLive(() => courses.all(), [courses]);
  if (installed.state === 'loading') return null;
  const toggle = async ({ id, title, deletedAt }: Course): Promise<void> => {
    const isHere = deletedAt === null;
    const done = await attemptWrite(() => (isHere ? courses.remove(id) : courses.bringBack(id)));
    setSaid(done.ok ? t(isHere ? 'data.removed' : 'data.installed', { course: title }) : failureWords(done.error));
  };
  const weightOf = (id: Id): string => {
    if (weights === null) return t('data.weighing');
    const content = formatBytes(weights.content.get(id) ?? 0);
    const history = weights.history.get(userId)?.get(id) ?? 0;
    return history === 0 ? t('data.courseUntouched', { content }) : t('data.courseWeight', { content, history: formatBytes(history) });
  };
  return (
    <>
      <p className="my-data__note">{t('data.coursesWhy')}</p>
      <ul className="my-data__targets">
        {installed.value.map((course) => {
          const isHere = course.deletedAt === null;
          const weight = weightOf(course.id);
          return (
            <li key={course.id} className="my-data__target">
              <div>
                <p className="my-data__name">{course.title}</p>
                <p className="my-data__note">{isHere ? weight : t('data.courseRemoved', { weight })}</p>
              </div>
              <Button
                size="s"
                aria-label={t(isHere ? 'data.removeWhat' : 'data.installWhat', { course: course.title })}
                onClick={() => void toggle(course)}
              >
                {t(isHere ? 'data.remove' : 'data.install')}
              </Button>
            </li>
          );
        })}
      </ul>
      <Status>{said}</Status>
    </>
  );
}
