import type { ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { panelProps } from './panel-props.ts';

interface LessonTextProps {
  readonly view: LessonView;
  readonly isShown: boolean;
  readonly isTab: boolean;
  readonly children?: ReactNode;
}

/** What there is to read, and under it the task where it stands beside the work. */
export function LessonText({ view, isShown, isTab, children }: LessonTextProps) {
  const { lesson } = view;
  const name = isTab ? {} : { 'aria-label': t('player.lesson') };
  return (
    <section className="player__text" tabIndex={isTab ? undefined : 0} {...name} {...panelProps('lesson', isTab, isShown)}>
      <article className="player__article">
        <h1 className="player__title">{lesson.title}</h1>
        <CourseText text={lesson.content} />
        {children}
      </article>
    </section>
  );
}
