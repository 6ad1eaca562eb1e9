import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { ActionBar } from './ActionBar.tsx';
import { isCodeExercise } from './code-exercise.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { isUntouched } from './is-untouched.ts';
import { LessonText } from './LessonText.tsx';
import { PlayerBar } from './PlayerBar.tsx';
import { say } from './player-store.ts';
import { Said } from './Said.tsx';
import { Tabs, type Tab } from './Tabs.tsx';
import { Task } from './Task.tsx';
import { useExerciseKeys } from './use-exercise-keys.ts';
import { useMedia, WIDE } from './use-media.ts';
import type { SkipAhead } from './use-skip-ahead.ts';
import type { Steps } from './use-steps.ts';
import { useWork } from './use-work.ts';
import { WorkPane } from './WorkPane.tsx';

interface ExerciseScreenProps {
  readonly userId: Id;
  readonly view: LessonView;
  readonly exercise: Exercise;
  readonly steps: Steps;
  readonly ahead: SkipAhead;
  readonly singleKeys: boolean;
  readonly onContents: () => void;
}

/** Text on the left and work on the right; where there is no room for both, the same as tabs. */
export function ExerciseScreen({ userId, view, exercise, steps, ahead, singleKeys, onContents }: ExerciseScreenProps) {
  const status = view.statuses[exercise.id] ?? 'NOT_STARTED';
  const work = useWork(userId, exercise, status);
  const isWide = useMedia(WIDE);
  const [tab, setTab] = useState<Tab>(isUntouched(view) && steps.index === 0 ? 'lesson' : 'work');
  const screen = useRef<HTMLElement>(null);
  const onPrimary = (): void => {
    if (!isWide && tab === 'lesson') setTab('work');
    else if (work.primary === 'stop') work.stop();
    else if (work.primary === 'next') void steps.next(true);
    else if (work.primary === 'judge') void work.judge();
    else if (work.primary === 'check') void work.check();
  };
  const onSave = (): void => {
    void work.keeper.flush().then((isSaved) => (isSaved ? say(work.store, t('player.savedNow')) : undefined));
  };
  useExerciseKeys({ work, steps, screen, singleKeys, onPrimary, onSave, showWork: () => setTab('work') });
  useArriveAtExercise(screen, exercise.id, () => setTab('work'));
  const isCode = isCodeExercise(exercise);
  const task = <Task work={work} n={steps.index + 1} total={steps.total} />;
  const show = (one: Tab): boolean => isWide || tab === one;
  return (
    <>
      <PlayerBar view={view} steps={steps} saving={work.draft.saving} onContents={onContents} />
      <main id={MAIN_ID} className="player__panes" tabIndex={-1} ref={screen} data-kind={isCode ? 'code' : 'question'}>
        {!show('lesson') && <h1 className="visually-hidden">{view.lesson.title}</h1>}
        {!isWide && <Tabs tab={tab} onTab={setTab} />}
        <LessonText view={view} isShown={show('lesson')} isTab={!isWide} ahead={ahead}>
          {isWide && isCode ? task : null}
        </LessonText>
        <WorkPane work={work} isShown={show('work')} isTab={!isWide} task={isWide && isCode ? null : task} />
        <ActionBar work={work} steps={steps} status={status} isReading={!isWide && tab === 'lesson'} onPrimary={onPrimary} />
      </main>
      <HistoryDialog work={work} />
      <Said words={work.state.said.words} nth={work.state.said.nth} />
    </>
  );
}

/** Going on to another exercise takes the focus to its task, as a new page would. */
function useArriveAtExercise(screen: RefObject<HTMLElement | null>, exerciseId: Id, showWork: () => void): void {
  const before = useRef(exerciseId);
  const latest = useRef(showWork);
  useEffect(() => {
    latest.current = showWork;
  });
  useEffect(() => {
    if (before.current === exerciseId) return;
    before.current = exerciseId;
    latest.current();
    requestAnimationFrame(() => {
      const heading = screen.current?.querySelector<HTMLElement>('[data-task-heading]');
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: 'start' });
    });
  }, [screen, exerciseId]);
}
