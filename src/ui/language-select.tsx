import './text-field.css';
import { languageWord } from './language-words.ts';

interface LanguageSelectProps {
  /** Its name: the words beside it are no label of its own. */
  readonly label: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly value: string;
  readonly onChange: (language: string) => void;
  /** Not `disabled`: the focus would be lost with it. */
  readonly isBusy?: boolean;
}

/** The language that a course is read in. */
export function LanguageSelect({ label, languages, value, onChange, isBusy = false }: LanguageSelectProps) {
  return (
    <select
      className="text-field__input"
      aria-label={label}
      aria-disabled={isBusy}
      value={value}
      onChange={(event) => {
        if (!isBusy) onChange(event.target.value);
      }}
    >
      {languages.map((tag) => <option key={tag} value={tag}>{languageWord(tag)}</option>)}
    </select>
  );
}
