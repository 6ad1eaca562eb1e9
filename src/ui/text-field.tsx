import { CircleAlert } from 'lucide-react';
import { useId, type ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import './text-field.css';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'id'> {
  label: string;
  hint?: string;
  /** What is not right yet, in words; null when all is well. */
  problem?: string | null;
  size?: never;
  isLarge?: boolean;
}

export function TextField({ label, hint, problem = null, isLarge = false, ...rest }: TextFieldProps) {
  const id = useId();
  const notes = classNames(hint !== undefined && `${id}-hint`, problem !== null && `${id}-problem`);
  return (
    <div className={classNames('text-field', isLarge && 'text-field--large')}>
      <label className="text-field__label" htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-field__input"
        aria-invalid={problem !== null}
        data-autofocus={rest.autoFocus === true ? '' : undefined}
        {...(notes === '' ? {} : { 'aria-describedby': notes })}
        {...rest}
      />
      <p className="text-field__problem" id={`${id}-problem`} role="alert">
        {problem !== null && <><CircleAlert />{problem}</>}
      </p>
      {hint !== undefined && <p className="text-field__hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
