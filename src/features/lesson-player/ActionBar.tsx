import './action-bar.css';
import { ArrowRight, Lightbulb, Play, SkipForward, Square } from 'lucide-react';
import type { ExerciseStatus } from '../../../db/models/enums.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { MOD } from '../../ui/keys.ts';
import { isCodeExercise } from './code-exercise.ts';
import type { Steps } from './use-steps.ts';
import type { Work } from './use-work.ts';

interface ActionBarProps {
  readonly work: Work;
  readonly steps: Steps;
  readonly status: ExerciseStatus;
  /** The text lies over the work (narrow): the way on is to the work. */
  readonly isReading: boolean;
  readonly onPrimary: () => void;
}

/** Hint, Run and the one next action, always in the same place. */
export function ActionBar({ work, steps, status, isReading, onPrimary }: ActionBarProps) {
  const { exercise, primary, isReadOnly, state } = work;
  return (
    <div className="action-bar">
      {steps.failure !== null && <p className="action-bar__failure" role="alert">{failureWords(steps.failure)}</p>}
      {!isReading && <HintButton work={work} />}
      <span className="action-bar__space" />
      {!isReading && primary !== 'next' && <OnButton steps={steps} status={status} />}
      {!isReading && isCodeExercise(exercise) && (
        <Button icon={<Play />} aria-disabled={state.phase !== 'idle' || isReadOnly} onClick={() => (isReadOnly ? undefined : void work.run())}>
          {t('player.run')}
        </Button>
      )}
      <Button
        kind="primary"
        data-primary=""
        data-action={isReading ? 'work' : primary}
        aria-disabled={!isReading && (primary === 'wait' || (isReadOnly && primary !== 'next' && primary !== 'stop'))}
        aria-keyshortcuts="Control+Enter"
        onClick={onPrimary}
        icon={primary === 'stop' ? <Square /> : undefined}
        iconEnd={isReading || primary === 'next' ? <ArrowRight /> : <kbd className="action-bar__key">{MOD} ↵</kbd>}
      >
        {isReading ? t('player.toWork') : primaryWords(work, steps.isLast)}
      </Button>
    </div>
  );
}

export function primaryWords({ primary }: Pick<Work, 'primary'>, isLast: boolean): string {
  switch (primary) {
    case 'check':
      return t('player.check');
    case 'judge':
      return t('player.judge');
    case 'next':
      return isLast ? t('player.finishLesson') : t('player.next');
    case 'stop':
      return t('player.stop');
    case 'wait':
      return t('player.checking');
  }
}

/** The count is open to see: which hints were taken, and what comes after the last. */
export function HintButton({ work: { hints, isReadOnly, isSolved, state } }: { readonly work: Work }) {
  const isDone = hints.isRevealed || (isSolved && hints.shown === hints.total);
  const isPastHints = hints.shown === hints.total && hints.total > 0;
  const after = hints.puzzle !== null && !state.isArranging ? t('player.arrangeWord') : t('player.solutionWord');
  return (
    <Button kind="quiet" icon={<Lightbulb />} disabled={isReadOnly || isDone} onClick={hints.next}>
      <span className="action-bar__hint">{isPastHints ? after : t('player.hint')}</span>{' '}
      {hints.total > 0 && <small className="action-bar__count action-bar__words">{t('player.hintCount', { n: hints.shown, total: hints.total })}</small>}
    </Button>
  );
}

function OnButton({ steps, status }: { readonly steps: Steps; readonly status: ExerciseStatus }) {
  const isDone = status === 'COMPLETED';
  return (
    <Button kind="quiet" icon={<SkipForward />} onClick={() => void (isDone ? steps.next(true) : steps.skip())}>
      <span className="action-bar__words">{isDone ? t('player.goOn') : t('player.skip')}</span>
    </Button>
  );
}
