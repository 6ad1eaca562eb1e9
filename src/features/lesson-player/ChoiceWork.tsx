import './choice-work.css';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { Option } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { CourseText, CourseWords } from '../../ui/course-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { chosenOption } from './answers.ts';
import type { ChoiceExercise } from './choice-exercise.ts';
import { outcomeTone, type Tone } from './outcome.ts';
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

interface ChoiceProps {
  readonly option: Option;
  readonly name: string;
  readonly index: number;
  readonly isChosen: boolean;
  readonly isTheAnswer: boolean;
  readonly reason: { readonly tone: Tone; readonly say: string | null; readonly isStale: boolean } | null;
  readonly onChoose: () => void;
}

function Choice({ option, name, index, isChosen, isTheAnswer, reason, onChoose }: ChoiceProps) {
  const id = `choice-${index + 1}`;
  const tone = reason === null || reason.isStale ? 'none' : reason.tone;
  return (
    <div className="choice" data-chosen={isChosen} data-tone={tone} data-stale={reason?.isStale === true}>
      <label className="choice__label">
        <input
          type="radio"
          className="choice__radio"
          name={name}
          value={option.id}
          checked={isChosen}
          data-choice={index + 1}
          onChange={onChoose}
          aria-describedby={reason === null ? undefined : `${id}-why`}
        />
        <span className="choice__dot" aria-hidden="true" />
        <CourseWords text={option.text} className="choice__text" />
        {index < 9 && <span className="choice__key" aria-hidden="true">{index + 1}</span>}
      </label>
      {reason !== null && <Reason id={`${id}-why`} {...reason} />}
      {isTheAnswer && reason?.tone !== 'right' && <p className="choice__answer"><CircleCheck />{t('player.theAnswer')}</p>}
    </div>
  );
}

function Reason({ id, tone, say, isStale }: { readonly id: string; readonly tone: Tone; readonly say: string | null; readonly isStale: boolean }) {
  const Icon = tone === 'right' ? CircleCheck : CircleDashed;
  return (
    <div className="choice__why" id={id} tabIndex={-1} data-reason="" data-told={isStale ? undefined : ''}>
      <p className="choice__verdict">
        <Icon />
        {tone === 'right' ? t('player.rightLead') : t('player.notYetLead')}
        {isStale && <span className="choice__stale">{t('player.staleWord')}</span>}
      </p>
      {say !== null && <CourseText text={say} className="choice__say" />}
    </div>
  );
}

const answerFor = ({ type }: ChoiceExercise, optionId: string): DraftAnswer =>
  type === 'MULTIPLE_CHOICE' ? { type, optionId } : { type, value: optionId === 'true' };

const isRightOption = ({ type, answerKey }: ChoiceExercise, optionId: string): boolean =>
  (type === 'MULTIPLE_CHOICE' ? answerKey.optionId : String(answerKey.value)) === optionId;
