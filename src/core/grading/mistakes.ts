import type { CodeExercise, CodeFiles, Mistake } from '../../../db/models/exercise.ts';
import { foldText } from './fold-text.ts';
import { isSameCode } from './same-code.ts';
import { isSameOutput } from './same-output.ts';

/** What the author says to this very answer, or null: a few words, an output, a program. */
export function mistakeInText(mistakes: readonly Mistake[], text: string, caseSensitive: boolean): string | null {
  const answer = foldText(text, caseSensitive);
  return saidOf(mistakes, (wrong) => foldText(wrong, caseSensitive) === answer);
}

export const mistakeInOutput = (mistakes: readonly Mistake[], text: string): string | null =>
  saidOf(mistakes, (wrong) => isSameOutput(wrong, text));

/** Comments and blank lines do not matter. Of several files it is the one that runs. */
export function mistakeInCode({ language, mistakes, starter }: CodeExercise, files: CodeFiles): string | null {
  const written = files[starter.entry] ?? '';
  return saidOf(mistakes, (wrong) => isSameCode(language, wrong, written));
}

export const saidOf = (mistakes: readonly Mistake[], isIt: (answer: string) => boolean): string | null =>
  mistakes.find(({ answer }) => isIt(answer))?.say ?? null;
