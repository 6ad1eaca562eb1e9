import type { OrderingExercise } from '../../../db/models/exercise.ts';
import { commonSubsequence } from './common-subsequence.ts';
import { MISSING, part, type Marks } from './marks.ts';

type Order = readonly string[];

/**
 * Right when the items stand as in one of the orders. Score, by the order that fits best: the most items that follow
 * one another rightly, others between them or not, less one, over all less one: one item astray costs one place, not
 * all behind it. A result for each place, by the order that most items stand in.
 */
export function markOrdering({ options, answerKey }: OrderingExercise, itemIds: Order): Marks {
  const inPlace = (order: Order): number => order.filter((id, i) => itemIds[i] === id).length;
  const nearest = answerKey.orders.reduce((best, order) => (inPlace(order) > inPlace(best) ? order : best));
  const nameOf = (id: string): string => options.find((item) => item.id === id)?.text ?? id;
  const parts = itemIds.map((id, i) => part(id, nameOf(id), nearest[i] === id));
  const isRight = itemIds.length === options.length && inPlace(nearest) === options.length;
  const best = Math.max(...answerKey.orders.map((order) => commonSubsequence(order, itemIds, (a, b) => a === b)));
  return {
    isRight,
    score: isRight ? 1 : Math.max(0, best - 1) / (Math.max(options.length, itemIds.length) - 1),
    parts: itemIds.length < options.length ? [...parts, part(MISSING, '…', false)] : parts,
    say: null,
  };
}
