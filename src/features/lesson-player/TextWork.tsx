import './text-work.css';
import { useId } from 'react';
import type { FreeFormExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { useTextAnswer } from './use-text-answer.ts';
import type { Work } from './use-work.ts';

/** A free answer. */
export function TextWork({ work, exercise }: { readonly work: Work; readonly exercise: FreeFormExercise }) {
  const id = useId();
  const { field, onKey } = useTextAnswer<HTMLTextAreaElement>(work, 'FREE_FORM');
  const isEssay = exercise.answerKey.kind === 'rubric';
  return (
    <div className="text-work">
      <label className="text-work__label" htmlFor={id}>{t('player.yourAnswer')}</label>
      <textarea
        {...field}
        id={id}
        className="text-work__field"
        rows={isEssay ? 8 : 2}
        spellCheck={isEssay}
        aria-describedby={`${id}-help`}
        onKeyDown={onKey}
      />
      <p className="text-work__help" id={`${id}-help`}>{isEssay ? t('player.essayHelp') : t('player.answerHelp')}</p>
    </div>
  );
}
