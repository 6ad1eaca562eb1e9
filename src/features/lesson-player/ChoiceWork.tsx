import './choice-work.css';
import type { DraftAnswer } from '../../../db/models/draft.ts';
import { t } from '../../i18n/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { chosenOption } from './answers.ts';
import { Choice } from './Choice.tsx';
import type { ChoiceExercise } from './choice-exercise.ts';
import { outcomeTone } from './outcome.ts';
import type { Work } from './use-work.ts';

/** One choice among the author's options; once checked, the reason stands under the one that was chosen. */
export function ChoiceWork({ work, exercise }: { readonly work: Work; readonly exercise: ChoiceExercise }) {
  const { draft, outcome, isStale, isReadOnly, hints, keeper, store } = work;
  const chosen = chosenOption(draft.answer);
  const checked = outcome === null ? null : chosenOption(outcome.answer);
  const choose = (id: string): void => {
    store.setState({ failure: null });
    keeper.change({ answer: answerFor(exercise, id) });
  };
  return (
    <fieldset className="choice-work" disabled={isReadOnly}>
      <legend>
        <VisuallyHidden>{exercise.type === 'TRUE_FALSE' ? t('player.trueOrFalse') : t('player.chooseOne')}</VisuallyHidden>
      </legend>
      {exercise.options.map((option, index) => (
        <Choice
          key={option.id}
          kind="radio"
          option={option}
          name={exercise.id}
          index={index}
          isChosen={option.id === chosen}
          isTheAnswer={hints.isRevealed && isRightOption(exercise, option.id)}
          reason={option.id === checked && outcome !== null ? { tone: outcomeTone(outcome), say: outcome.say, isStale } : null}
          onChoose={() => choose(option.id)}
        />
      ))}
    </fieldset>
  );
}

const answerFor = ({ type }: ChoiceExercise, optionId: string): DraftAnswer =>
  type === 'MULTIPLE_CHOICE' ? { type, optionId } : { type, value: optionId === 'true' };

const isRightOption = ({ type, answerKey }: ChoiceExercise, optionId: string): boolean =>
  (type === 'MULTIPLE_CHOICE' ? answerKey.optionId : String(answerKey.value)) === optionId;
