import type { CodeExercise, CodeFiles, Mistake } from '../../../db/models/exercise.ts';
import { foldText } from './fold-text.ts';
import { isSameButNames, isSameCode } from './same-code.ts';
import { isSameOutput } from './same-output.ts';

/** What the author says to this very answer, or null: a few words, an output, a program. */
export function mistakeInText(mistakes: readonly Mistake[], text: string, caseSensitive: boolean): string | null {
  const answer = foldText(text, caseSensitive);
  return saidOf(mistakes, (wrong) => foldText(wrong, caseSensitive) === answer);
}

export const mistakeInOutput = (mistakes: readonly Mistake[], text: string): string | null =>
  saidOf(mistakes, (wrong) => isSameOutput(wrong, text));

/** Comments and blank lines do not matter, nor what a learner calls things of their own. Of several files it is the one that runs. */
export function mistakeInCode({ language, mistakes, starter, tests }: CodeExercise, files: CodeFiles): string | null {
  const written = files[starter.entry] ?? '';
  // Without the `n` of a line's end, which would stick to the word behind it.
  const given = new Set(JSON.stringify([tests, starter.files]).replaceAll('\\n', ' ').match(/[A-Za-z_$][\w$]*/g));
  return saidOf(mistakes, (wrong) => isSameCode(language, wrong, written)) ?? saidOf(mistakes, (wrong) => isSameButNames(language, wrong, written, given));
}

export const saidOf = (mistakes: readonly Mistake[], isIt: (answer: string) => boolean): string | null =>
  mistakes.find(({ answer }) => isIt(answer))?.say ?? null;
