import './contents.css';
import { BookOpen, Circle, House } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { firstWords } from '../../ui/plain-text.ts';
import { ProgressMark, type Mark } from '../../ui/progress-mark.tsx';
import { href } from '../../ui/routes.ts';
import { isUntouched } from './is-untouched.ts';
import type { Steps } from './use-steps.ts';

interface ContentsProps {
  readonly view: LessonView;
  readonly steps: Steps;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The table of contents: every lesson may be opened, none is locked. */
export function Contents({ view, steps, isOpen, onClose }: ContentsProps) {
  return (
    <Dialog
      title={t('player.contents')}
      isOpen={isOpen}
      onClose={onClose}
      shape="side"
      actions={
        <>
          <ButtonLink kind="quiet" size="s" icon={<House />} href={href.home}>{t('common.home')}</ButtonLink>
          <ButtonLink size="s" icon={<BookOpen />} href={href.course(view.course.id)}>{t('player.toCourse')}</ButtonLink>
        </>
      }
    >
      <p className="contents__course" lang={view.course.language}>{view.course.title}</p>
      <LongList
        className="contents"
        lang={view.course.language}
        items={view.lessons}
        at={view.lessons.findIndex(({ id }) => id === view.lesson.id)}
        row={({ id, title, isDone }, index) => {
          const isHere = id === view.lesson.id;
          return (
            <li key={id} className="contents__lesson" data-here={isHere}>
              <a className="contents__link" href={href.lesson(id)} aria-current={isHere ? 'page' : undefined} onClick={onClose}>
                <span className="contents__number">{index + 1}</span>
                <span className="contents__title">{title}</span>
                {isDone || isHere ? <ProgressMark mark={isDone ? 'done' : markHere(view)} /> : <Circle className="contents__open" />}
              </a>
              {isHere && <Exercises view={view} steps={steps} onClose={onClose} />}
            </li>
          );
        }}
      />
    </Dialog>
  );
}

const MARKS = { NOT_STARTED: 'todo', IN_PROGRESS: 'begun', SKIPPED: 'todo', COMPLETED: 'done' } as const;

const markHere = (view: LessonView): Mark => (isUntouched(view) ? 'todo' : 'begun');

function Exercises({ view, steps, onClose }: Pick<ContentsProps, 'view' | 'steps' | 'onClose'>) {
  const go = (at: number): void => {
    onClose();
    steps.goTo(at);
  };
  return (
    <ol className="contents__exercises" aria-label={t('player.exercisesHere')}>
      {view.exercises.map((exercise, at) => (
        <li key={exercise.id}>
          <a
            className="contents__exercise"
            href={href.lesson(view.lesson.id, exercise.id)}
            aria-current={at === steps.index ? 'step' : undefined}
            onClick={() => go(at)}
          >
            <ProgressMark mark={MARKS[view.statuses[exercise.id] ?? 'NOT_STARTED']} />
            <span className="contents__words">{firstWords(exercise.prompt)}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
