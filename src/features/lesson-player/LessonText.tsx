import { useContext, type ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { CourseLanguage } from '../../ui/course-language.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { panelProps } from './panel-props.ts';

interface LessonTextProps {
  readonly view: LessonView;
  readonly isShown: boolean;
  readonly isTab: boolean;
  /** The task, where it belongs beside the work: it stays in sight while the text scrolls. */
  readonly children: ReactNode;
}

/** What there is to read. */
export function LessonText({ view, isShown, isTab, children }: LessonTextProps) {
  const { lesson } = view;
  const language = useContext(CourseLanguage);
  const name = isTab ? {} : { 'aria-label': t('player.lesson') };
  return (
    <section className="player__side" {...name} {...panelProps('lesson', isTab, isShown)}>
      <div className="player__text" tabIndex={isTab ? undefined : 0}>
        <article className="player__article">
          <h1 className="player__title" lang={language}>{lesson.title}</h1>
          <CourseText text={lesson.content} />
        </article>
      </div>
      {children !== null && <div className="player__task">{children}</div>}
    </section>
  );
}
