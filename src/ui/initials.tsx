import './initials.css';

/** A person's first letters, where a face would be. Read out as nothing: the name stands beside it. */
export const Initials = ({ name }: { name: string }) => (
  <span className="initials" aria-hidden="true">{initialsOf(name)}</span>
);

/** The first letter of the first and the last word, whole characters even where they take several code units. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => firstCharacter(word ?? '').toLocaleUpperCase()).join('');
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const firstCharacter = (word: string): string => [...segmenter.segment(word)][0]?.segment ?? '';
