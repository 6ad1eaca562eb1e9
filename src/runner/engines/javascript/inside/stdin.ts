import { indexOf, slice } from './primordials.ts';

/** The lines a program may read, known ahead. */
export interface Stdin {
  fill(text: string): void;
  isAtEnd(): boolean;
  /** Null at the end. */
  readLine(): string | null;
}

export function createStdin(): Stdin {
  let rest = '';
  return {
    fill(text) {
      rest = text;
    },
    isAtEnd: () => rest === '',
    readLine() {
      if (rest === '') return null;
      const end = indexOf(rest, '\n');
      const line = end === -1 ? rest : slice(rest, 0, end);
      rest = end === -1 ? '' : slice(rest, end + 1);
      return line;
    },
  };
}
