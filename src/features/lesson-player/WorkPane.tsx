import './work-pane.css';
import type { ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import { ChangedNote } from './ChangedNote.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { CodeWork } from './CodeWork.tsx';
import { ElsewhereNotice } from './ElsewhereNotice.tsx';
import { panelProps } from './panel-props.ts';
import { QuestionWork } from './QuestionWork.tsx';
import { Results } from './Results.tsx';
import { UndoNote } from './UndoNote.tsx';
import type { Work } from './use-work.ts';
import { WorkHead } from './WorkHead.tsx';

interface WorkPaneProps {
  readonly work: Work;
  /** The task, where it does not stand under the lesson's text. */
  readonly task: ReactNode;
  readonly isShown: boolean;
  readonly isTab: boolean;
}

/** Where the learner answers, with the results under it. */
export function WorkPane({ work, task, isShown, isTab }: WorkPaneProps) {
  const { exercise, draft } = work;
  const isCode = isCodeExercise(exercise);
  const name = isTab ? {} : { 'aria-label': t('player.work') };
  return (
    <section className="work-pane" data-kind={isCode ? 'code' : 'question'} {...name} {...panelProps('work', isTab, isShown)}>
      {draft.access === 'elsewhere' && <ElsewhereNotice onTakeOver={() => void work.keeper.takeOver()} />}
      {work.hasChanged && <ChangedNote work={work} />}
      {isCode ? (
        <>
          {task !== null && <div className="work-pane__task">{task}</div>}
          <WorkHead work={work} />
          {draft.access !== 'loading' && <CodeWork key={exercise.id} work={work} exercise={exercise} />}
        </>
      ) : (
        <div className="work-pane__page">
          <WorkHead work={work} />
          {task}
          {draft.access !== 'loading' && <QuestionWork key={exercise.id} work={work} />}
          <Results work={work} />
        </div>
      )}
      {isCode && <Results work={work} />}
      <UndoNote work={work} />
    </section>
  );
}
