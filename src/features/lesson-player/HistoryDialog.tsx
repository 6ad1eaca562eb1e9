import './history-dialog.css';
import { ChevronDown, CircleCheck, CircleDashed, CircleHelp, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ExerciseAttempt } from '../../../db/models/exercise-attempt.ts';
import { useNow } from '../../hooks/use-now.ts';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DiffView } from '../../ui/diff-view.tsx';
import { answerText } from './answer-text.ts';
import { isSameAnswer } from './answers.ts';
import { isCodeExercise } from './code-exercise.ts';
import type { Work } from './use-work.ts';

/** Every earlier try, newest first, with what has changed since and the way back to it. */
export function HistoryDialog({ work }: { readonly work: Work }) {
  const { state, store, history } = work;
  const close = (): void => store.setState({ isHistoryOpen: false });
  return (
    <Dialog title={t('player.history')} isOpen={state.isHistoryOpen} onClose={close} shape="side">
      <p className="history__note">{t('player.historyNote')}</p>
      <Tries work={work} history={history ?? []} />
    </Dialog>
  );
}

function Tries({ work, history }: { readonly work: Work; readonly history: readonly ExerciseAttempt[] }) {
  const [openId, setOpenId] = useState(history[0]?.id ?? null);
  const now = useNow();
  return (
    <ol className="history">
      {history.map((attempt, index) => {
        const n = history.length - index;
        const isOpen = attempt.id === openId;
        return (
          <li key={attempt.id} className="history__try" data-verdict={attempt.verdict}>
            <button type="button" className="history__head" aria-expanded={isOpen} onClick={() => setOpenId(isOpen ? null : attempt.id)}>
              {iconOf(attempt)}
              <span className="history__name">{t('player.tryN', { n })}</span>
              <span className="history__verdict">{t('player.verdict', { verdict: attempt.verdict })}</span>
              <span className="history__when">{formatAgo(attempt.createdAt, Math.max(now, attempt.createdAt))}</span>
              <ChevronDown className="history__more" />
            </button>
            {isOpen && <Try work={work} attempt={attempt} n={n} />}
          </li>
        );
      })}
    </ol>
  );
}

function Try({ work, attempt, n }: { readonly work: Work; readonly attempt: ExerciseAttempt; readonly n: number }) {
  const { exercise, draft, isReadOnly } = work;
  const words = { added: t('player.added'), removed: t('player.removed'), same: t('player.noDifference') };
  const isSame = isSameAnswer(attempt.answer, draft.answer);
  return (
    <div className="history__body">
      <DiffView
        before={answerText(exercise, attempt.answer)}
        after={answerText(exercise, draft.answer)}
        by={isCodeExercise(exercise) ? 'lines' : 'words'}
        words={words}
      />
      {!isSame && (
        <Button size="s" icon={<Undo2 />} disabled={isReadOnly} onClick={() => work.replace(attempt.answer, t('player.restored', { n }))}>
          {t('player.restore')}
        </Button>
      )}
    </div>
  );
}

function iconOf({ verdict }: ExerciseAttempt) {
  if (verdict === 'PASSED') return <CircleCheck className="history__icon history__icon--right" />;
  return verdict === 'UNGRADED' ? <CircleHelp className="history__icon" /> : <CircleDashed className="history__icon history__icon--notyet" />;
}
