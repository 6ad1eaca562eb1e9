import type { FillBlanksExercise } from '../../../db/models/exercise.ts';
import { part, shared, type Marks } from './marks.ts';
import { isTextAccepted } from './text-rules.ts';

/** Right when every blank is; the score is the share that are. A result for each blank, under its id. */
export function markBlanks({ answerKey }: FillBlanksExercise, written: { readonly [blankId: string]: string }): Marks {
  const textOf = (id: string): string => (Object.hasOwn(written, id) ? (written[id] ?? '') : '');
  return shared(answerKey.blanks.map((blank) => part(blank.id, blank.id, isTextAccepted(blank, textOf(blank.id)), textOf(blank.id))));
}
