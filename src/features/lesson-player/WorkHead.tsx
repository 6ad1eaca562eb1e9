import './work-head.css';
import { History, RotateCcw } from 'lucide-react';
import type { CodeExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { emptyAnswer } from '../../services/save-draft.ts';
import { Button } from '../../ui/button.tsx';
import { isSameAnswer } from './answers.ts';
import { isChoiceExercise } from './choice-exercise.ts';
import { isCodeExercise } from './code-exercise.ts';
import type { Work } from './use-work.ts';

/** What is being worked on, the earlier tries, and the way back to the beginning. */
export function WorkHead({ work }: { readonly work: Work }) {
  const { exercise, draft, history, isReadOnly, store } = work;
  const count = history?.length ?? 0;
  const isUntouched = isSameAnswer(draft.answer, emptyAnswer(exercise));
  const name = isCodeExercise(exercise) ? codeName(exercise) : t(`player.type${exercise.type}`);
  return (
    <div className="work-head">
      <span className="work-head__name">{name}</span>
      {count > 0 && (
        <Button
          kind="quiet"
          size="s"
          icon={<History />}
          aria-haspopup="dialog"
          aria-label={t('player.tries', { count })}
          onClick={() => store.setState({ isHistoryOpen: true })}
        >
          {t('player.triesShort', { count })}
        </Button>
      )}
      {!isChoiceExercise(exercise) && (
        <Button
          kind="quiet"
          size="s"
          icon={<RotateCcw />}
          disabled={isReadOnly || isUntouched}
          aria-label={isCodeExercise(exercise) ? t('player.resetLong') : t('answers.resetLong')}
          onClick={work.reset}
        >
          {t('player.reset')}
        </Button>
      )}
    </div>
  );
}

/** The one file, or how many there are: each has its own tab. */
function codeName({ starter: { files, entry } }: CodeExercise): string {
  const count = Object.keys(files).length;
  return count === 1 ? entry : t('player.fileCount', { count });
}
