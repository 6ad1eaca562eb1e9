import './text-work.css';
import { useId, type KeyboardEvent } from 'react';
import type { NumericExercise, ShortTextExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { checkByKey } from './check-by-key.ts';
import { useTextAnswer } from './use-text-answer.ts';
import type { Work } from './use-work.ts';

/** A few words, or a number with the units it may have, in one line: Enter checks. */
export function LineWork({ work, exercise }: { readonly work: Work; readonly exercise: ShortTextExercise | NumericExercise }) {
  const id = useId();
  const { field, onKey } = useTextAnswer<HTMLInputElement>(work, exercise.type);
  const isNumber = exercise.type === 'NUMERIC';
  const isAmiss = work.outcome?.verdict === 'FAILED' && !work.isStale;
  const onKeyDown = (event: KeyboardEvent): void => {
    onKey(event);
    checkByKey(event, work);
  };
  return (
    <div className="text-work" data-kind={isNumber ? 'number' : 'line'}>
      <label className="text-work__label" htmlFor={id}>{t('player.yourAnswer')}</label>
      <input
        {...field}
        id={id}
        type="text"
        className="text-work__field"
        inputMode={isNumber && exercise.answerKey.units.length === 0 ? 'decimal' : 'text'}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        enterKeyHint="done"
        aria-invalid={isAmiss}
        aria-describedby={`${id}-help`}
        onKeyDown={onKeyDown}
      />
      <p className="text-work__help" id={`${id}-help`}>{isNumber ? numberHelp(exercise) : t('answers.oneLineHelp')}</p>
    </div>
  );
}

function numberHelp({ answerKey }: NumericExercise): string {
  const units = answerKey.units.map(({ unit }) => unit);
  if (units.length === 0) return t('answers.numberHelp');
  const [last = ''] = units.slice(-1);
  return t('answers.unitHelp', { units: units.length === 1 ? last : t('answers.unitOr', { most: units.slice(0, -1).join(', '), last }) });
}
