import type { ReactNode } from 'react';
import type { Course } from '../../db/models/course.ts';
import type { EpochMs } from '../../db/models/ids.ts';
import { formatDayAgo, formatMinutes, formatPercentage } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { Meter } from './meter.tsx';
import { href } from './routes.ts';
import './course-row.css';

interface CourseRowProps {
  course: Course;
  lessonCount: number;
  minutes: number;
  /** null: not begun. Percentage 0–100. */
  progress: { readonly percentage: number; readonly lessonsDone: number; readonly lastActivityAt: EpochMs | null } | null;
  now: EpochMs;
  /** Said under the line, outside the link. */
  note?: ReactNode;
}

/** A course as one line of a list; the whole line is the link. */
export function CourseRow({ course, lessonCount, minutes, progress, now, note }: CourseRowProps) {
  const facts = [
    t('common.level', { level: course.difficulty }),
    t('common.lessons', { count: lessonCount }),
    formatMinutes(minutes),
  ];
  const isDone = progress?.percentage === 100;
  return (
    <li>
      <a className="course-row" href={href.course(course.id)} lang={course.language}>
        <span className="course-row__name">
          <span className="course-row__title">{course.title}</span>
          <span className="course-row__facts">{facts.join(' · ')}</span>
        </span>
        {progress === null ? (
          <span className="course-row__new">{t('common.notStarted')}</span>
        ) : (
          <>
            <Meter percentage={progress.percentage} label={t('common.percentageDone', { percentage: formatPercentage(progress.percentage) })} />
            <span className="course-row__count">
              {isDone ? t('common.complete') : t('common.doneOf', { done: progress.lessonsDone, total: lessonCount })}
            </span>
            <span className="course-row__when">{progress.lastActivityAt !== null && formatDayAgo(progress.lastActivityAt, now)}</span>
          </>
        )}
      </a>
      {note}
    </li>
  );
}
