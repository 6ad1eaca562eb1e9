import './action-bar.css';
import { Eye, Play, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { MOD } from '../../ui/keys.ts';
import { HintButton, primaryWords } from './ActionBar.tsx';
import { isCodeExercise } from './code-exercise.ts';
import type { Work } from './use-work.ts';

interface AskedBarProps {
  readonly work: Work;
  /** null while there is nothing to grade. */
  readonly grades: ReactNode;
  readonly onPrimary: () => void;
}

/** Hint, the answer, Run and Check; and in their place, once there is an answer, how well it was known. */
export function AskedBar({ work, grades, onPrimary }: AskedBarProps) {
  const { exercise, primary, isReadOnly, state, hints } = work;
  if (grades !== null) return <div className="action-bar asked__bar">{grades}</div>;
  const isIdle = state.phase === 'idle' && !isReadOnly;
  return (
    <div className="action-bar asked__bar">
      <HintButton work={work} />
      <Button kind="quiet" icon={<Eye />} aria-disabled={!isIdle} aria-keyshortcuts="Space" onClick={() => (isIdle ? hints.reveal() : undefined)}>
        <span className="action-bar__words">{t('player.showAnswer')}</span>
      </Button>
      <span className="action-bar__space" />
      {isCodeExercise(exercise) && (
        <Button icon={<Play />} aria-disabled={!isIdle} onClick={() => (isIdle ? void work.run() : undefined)}>{t('player.run')}</Button>
      )}
      <Button
        kind="primary"
        data-primary=""
        data-action={primary}
        aria-disabled={primary === 'wait' || (isReadOnly && primary !== 'stop')}
        aria-keyshortcuts="Control+Enter"
        onClick={onPrimary}
        icon={primary === 'stop' ? <Square /> : undefined}
        iconEnd={<kbd className="action-bar__key">{MOD} ↵</kbd>}
      >
        {primaryWords(work, false)}
      </Button>
    </div>
  );
}
