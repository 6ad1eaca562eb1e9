import { useId } from 'react';
import './switch.css';

interface SwitchProps {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

export function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="switch">
      <label className="switch__label" htmlFor={id}>{label}</label>
      <input
        id={id}
        className="switch__input"
        type="checkbox"
        role="switch"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      />
      {hint !== undefined && <p className="switch__hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
