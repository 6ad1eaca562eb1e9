import { useContext, type ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { CourseLanguage } from '../../ui/course-language.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { AheadNote } from './AheadNote.tsx';
import { panelProps } from './panel-props.ts';
import type { SkipAhead } from './use-skip-ahead.ts';

interface LessonTextProps {
  readonly view: LessonView;
  readonly isShown: boolean;
  readonly isTab: boolean;
  /** Absent for a lesson that is only read. */
  readonly ahead?: SkipAhead;
  /** The task, where it belongs beside the work: it stays in sight while the text scrolls. */
  readonly children: ReactNode;
}

/** What there is to read. */
export function LessonText({ view, isShown, isTab, ahead, children }: LessonTextProps) {
  const { lesson } = view;
  const language = useContext(CourseLanguage);
  const name = isTab ? {} : { 'aria-label': t('player.lesson') };
  return (
    <section className="player__side" {...name} {...panelProps('lesson', isTab, isShown)}>
      <div className="player__text" tabIndex={isTab ? undefined : 0}>
        <article className="player__article">
          <h1 className="player__title" lang={language}>{lesson.title}</h1>
          {ahead !== undefined && <AheadNote ahead={ahead} />}
          {ahead?.standing !== 'going' && <CourseText text={lesson.content} />}
        </article>
      </div>
      {children !== null && <div className="player__task">{children}</div>}
    </section>
  );
}
