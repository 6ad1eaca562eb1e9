import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './choice-group.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
}

interface ChoiceGroupProps<T extends string> {
  /** What is chosen: the group's name. */
  legend: string;
  isLegendHidden?: boolean;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
  /** `row`: a strip of short words. `cards`: each choice has room for a picture. */
  shape?: 'row' | 'cards';
}

/** One of a few: real radio buttons, so that arrows move and a screen reader counts. */
export function ChoiceGroup<T extends string>({ legend, isLegendHidden = false, choices, value, onChange, shape = 'row' }: ChoiceGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className={classNames('choice-group', `choice-group--${shape}`)}>
      <legend className={isLegendHidden ? 'visually-hidden' : 'choice-group__legend'}>{legend}</legend>
      <div className="choice-group__choices">
        {choices.map((choice) => (
          <label key={choice.value} className="choice-group__choice">
            <input
              className="choice-group__input"
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.icon}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
