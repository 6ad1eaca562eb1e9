import { useRef, useState } from 'react';
import { t } from '../../i18n/text.ts';
import type { CourseOverview } from '../../services/views.ts';
import { Button } from '../../ui/button.tsx';
import { LessonRow } from './LessonRow.tsx';
import { grown, shownAtFirst } from './shown-lessons.ts';

/** The lessons in order; of a very large course those about the learner's own, and more on request. */
export function LessonRows({ overview: { lessons, currentLessonId, summary } }: { overview: CourseOverview }) {
  const [shown, setShown] = useState(() => shownAtFirst(lessons.length, lessons.findIndex(({ lesson }) => lesson.id === currentLessonId)));
  const list = useRef<HTMLOListElement>(null);
  const { from, to } = shown;
  const showMore = (side: 'earlier' | 'later'): void => {
    setShown(grown(shown, side, lessons.length));
    // The button may be gone, and the focus with it: on to the line beside it.
    const links = list.current?.querySelectorAll('a');
    links?.item(side === 'earlier' ? 0 : links.length - 1).focus({ preventScroll: true });
  };
  return (
    <>
      {from > 0 && <Button onClick={() => showMore('earlier')}>{t('course.earlierLessons', { count: from })}</Button>}
      <ol ref={list} className="lesson-rows" lang={summary.course.language} start={from + 1}>
        {lessons.slice(from, to).map((entry, index) => (
          <LessonRow
            key={entry.lesson.id}
            {...entry}
            number={from + index + 1}
            isCurrent={summary.progress !== null && entry.lesson.id === currentLessonId && !entry.isDone}
          />
        ))}
      </ol>
      {to < lessons.length && <Button onClick={() => showMore('later')}>{t('course.laterLessons', { count: lessons.length - to })}</Button>}
    </>
  );
}
