import type { ImportedExercise } from '../imported.ts';
import { explanationOf } from './feedback.ts';
import type { QtiItem } from './read-item.ts';
import type { Keyless, Noted } from './scores.ts';

/** What became of one interaction. */
export interface Mapped extends Noted {
  readonly exercise: ImportedExercise;
}
export type Outcome = Mapped | Keyless;

/** What all types share. */
export function shared(item: QtiItem, prompt: string): { prompt: string; hints: string[]; explanation?: string } {
  const explanation = explanationOf(item);
  return { prompt, hints: [], ...(explanation === '' ? {} : { explanation }) };
}

/** Small ids, by place: those of the file may hold anything. */
export const idAt = (i: number): string => `c${i + 1}`;

export const noted = (...notes: readonly string[]): string => [...new Set(notes)].filter((note) => note !== '').join('; ');
