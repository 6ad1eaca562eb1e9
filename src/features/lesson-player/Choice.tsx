import { CircleCheck, CircleDashed } from 'lucide-react';
import type { Option } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { CourseText, CourseWords } from '../../ui/course-text.tsx';
import type { Tone } from './outcome.ts';

/** What a check said of an option that was chosen. */
export interface ChoiceReason {
  readonly tone: Tone;
  readonly say: string | null;
  readonly isStale: boolean;
  /** The verdict in words, where it is another than "right" or "not yet". */
  readonly lead?: string;
}

interface ChoiceProps {
  /** One of a few, or any number of them. */
  readonly kind: 'radio' | 'checkbox';
  readonly option: Option;
  readonly name: string;
  readonly index: number;
  readonly isChosen: boolean;
  readonly isTheAnswer: boolean;
  readonly reason: ChoiceReason | null;
  readonly onChoose: () => void;
}

/** One option; once checked, the reason stands under it. */
export function Choice({ kind, option, name, index, isChosen, isTheAnswer, reason, onChoose }: ChoiceProps) {
  const id = `choice-${index + 1}`;
  const tone = reason === null || reason.isStale ? 'none' : reason.tone;
  return (
    <div className="choice" data-chosen={isChosen} data-tone={tone} data-stale={reason?.isStale === true}>
      <label className="choice__label">
        <input
          type={kind}
          className="choice__radio"
          name={name}
          value={option.id}
          checked={isChosen}
          data-choice={index + 1}
          onChange={onChoose}
          aria-describedby={reason === null ? undefined : `${id}-why`}
        />
        <span className="choice__dot" data-kind={kind} aria-hidden="true" />
        <CourseWords text={option.text} className="choice__text" />
        {index < 9 && <span className="choice__key" aria-hidden="true">{index + 1}</span>}
      </label>
      {reason !== null && <Reason id={`${id}-why`} {...reason} />}
      {isTheAnswer && reason?.tone !== 'right' && <p className="choice__answer"><CircleCheck />{t('player.theAnswer')}</p>}
    </div>
  );
}

function Reason({ id, tone, say, isStale, lead }: ChoiceReason & { readonly id: string }) {
  const Icon = tone === 'right' ? CircleCheck : CircleDashed;
  return (
    <div className="choice__why" id={id} tabIndex={-1} data-reason="" data-told={isStale ? undefined : ''}>
      <p className="choice__verdict">
        <Icon />
        {lead ?? (tone === 'right' ? t('player.rightLead') : t('player.notYetLead'))}
        {isStale && <span className="choice__stale">{t('player.staleWord')}</span>}
      </p>
      {say !== null && <CourseText text={say} className="choice__say" />}
    </div>
  );
}
