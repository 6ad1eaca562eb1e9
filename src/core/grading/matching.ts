import type { MatchingExercise } from '../../../db/models/exercise.ts';
import { part, shared, type Marks } from './marks.ts';

/** Right when every item on the left has its own; the score is the share that have. A result for each, under its id. */
export function markMatching(exercise: MatchingExercise, pairs: { readonly [leftId: string]: string }): Marks {
  const key = exercise.answerKey.pairs;
  const isRight = (id: string): boolean => Object.hasOwn(pairs, id) && pairs[id] === key[id];
  return shared(exercise.options.left.map(({ id, text }) => part(id, text, isRight(id))));
}
