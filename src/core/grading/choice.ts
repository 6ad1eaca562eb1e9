import type { MultiSelectExercise, Option } from '../../../db/models/exercise.ts';
import { part, whole, type Marks } from './marks.ts';

/** One option of several, or true or false: its own reason is told, right or wrong. */
export const markChoice = (options: readonly Option[], chosen: string, key: string): Marks =>
  whole(chosen === key, options.find(({ id }) => id === chosen)?.why ?? null);

/**
 * Right when exactly the right options are chosen. Score: right ones chosen less wrong ones, over the right ones, never
 * below 0. A result for each chosen option, since one for an option left out would tell whether it is right; said are
 * the reasons of the wrong ones, or of all once nothing is wrong or lacking.
 */
export function markMultiSelect(exercise: MultiSelectExercise, optionIds: readonly string[]): Marks {
  const key = new Set(exercise.answerKey.optionIds);
  const chosen = exercise.options.filter(({ id }) => optionIds.includes(id));
  const right = chosen.filter(({ id }) => key.has(id));
  const unknown = new Set(optionIds.filter((id) => !exercise.options.some((option) => option.id === id)));
  const wrong = chosen.length - right.length + unknown.size;
  const isRight = right.length === key.size && wrong === 0;
  const told = isRight ? chosen : chosen.filter(({ id }) => !key.has(id));
  return {
    isRight,
    score: Math.max(0, right.length - wrong) / key.size,
    parts: chosen.map(({ id, text }) => part(id, text, key.has(id))),
    say: told.map(({ why }) => why).filter((why) => why !== '').join('\n\n'),
  };
}
