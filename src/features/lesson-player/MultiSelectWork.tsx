import './choice-work.css';
import { useId } from 'react';
import type { MultiSelectExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Choice, type ChoiceReason } from './Choice.tsx';
import type { Work } from './use-work.ts';

/** Any number of options; once checked, each that was chosen has its reason under it. Those left out stay untold. */
export function MultiSelectWork({ work, exercise }: { readonly work: Work; readonly exercise: MultiSelectExercise }) {
  const { draft, outcome, isStale, isReadOnly, hints, keeper, store } = work;
  const id = useId();
  const chosen = draft.answer.type === 'MULTI_SELECT' ? draft.answer.optionIds : [];
  const checked = outcome?.answer.type === 'MULTI_SELECT' ? outcome.answer.optionIds : [];
  const isKey = (optionId: string): boolean => exercise.answerKey.optionIds.includes(optionId);
  const toggle = (optionId: string): void => {
    store.setState({ failure: null });
    const others = chosen.filter((one) => one !== optionId);
    keeper.change({ answer: { type: 'MULTI_SELECT', optionIds: others.length < chosen.length ? others : [...chosen, optionId] } });
  };
  const reasonOf = (optionId: string, why: string): ChoiceReason | null =>
    checked.includes(optionId)
      ? { tone: isKey(optionId) ? 'right' : 'notyet', say: why === '' ? null : why, isStale, lead: isKey(optionId) ? t('answers.belongs') : t('answers.belongsNot') }
      : null;
  return (
    <fieldset className="choice-work" disabled={isReadOnly} aria-describedby={`${id}-help`}>
      <legend>
        <VisuallyHidden>{t('answers.chooseAll')}</VisuallyHidden>
      </legend>
      <p className="choice-work__help" id={`${id}-help`}>{t('answers.chooseAllHelp')}</p>
      {exercise.options.map((option, index) => (
        <Choice
          key={option.id}
          kind="checkbox"
          option={option}
          name={exercise.id}
          index={index}
          isChosen={chosen.includes(option.id)}
          isTheAnswer={hints.isRevealed && isKey(option.id)}
          reason={reasonOf(option.id, option.why)}
          onChoose={() => toggle(option.id)}
        />
      ))}
    </fieldset>
  );
}
