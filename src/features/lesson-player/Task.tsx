import './task.css';
import { PencilLine } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import { CourseText } from '../../ui/course-text.tsx';
import { HintLadder } from './HintLadder.tsx';
import type { Work } from './use-work.ts';

interface TaskProps {
  readonly work: Work;
  /** From 1. */
  readonly n: number;
  readonly total: number;
}

/** What is asked, and the hints under it. */
export function Task({ work, n, total }: TaskProps) {
  const { exercise, state } = work;
  return (
    <section className="task" data-reread={state.isRereading && work.hints.shown === 0}>
      <h2 className="task__heading" tabIndex={-1} data-task-heading="" aria-label={t('player.yourTurnOf', { n, total })}>
        <PencilLine />
        {t('player.yourTurn')}
        {!exercise.isRequired && <span className="task__optional">{t('player.optional')}</span>}
      </h2>
      <CourseText text={exercise.prompt} className="task__words" topHeading={3} />
      <HintLadder work={work} />
    </section>
  );
}
