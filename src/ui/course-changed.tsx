import type { Course } from '../../db/models/course.ts';
import { formatPercentage } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { MAIN_ID } from './skip-link.tsx';
import './course-changed.css';

interface CourseChangedProps {
  course: Pick<Course, 'title'>;
  /** Percentages 0–100. */
  change: { readonly version: string; readonly percentageBefore: number; readonly percentageAfter: number };
  onDismiss: () => void;
}

/** A percentage that fell because the course changed, told once and calmly (R8). */
export function CourseChanged({ course, change, onDismiss }: CourseChangedProps) {
  const before = formatPercentage(change.percentageBefore);
  const after = formatPercentage(change.percentageAfter);
  const dismiss = (): void => {
    // The button goes with the note: the focus must not go with it.
    document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
    onDismiss();
  };
  return (
    <aside className="course-changed" aria-label={t('common.courseChangedName', { course: course.title })}>
      <Notice
        title={t('common.courseChanged', { version: change.version })}
        actions={<Button size="s" onClick={dismiss}>{t('common.understood')}</Button>}
      >
        {before === after ? t('common.courseChangedHardly') : t('common.courseChangedWords', { before, after })}
      </Notice>
    </aside>
  );
}
