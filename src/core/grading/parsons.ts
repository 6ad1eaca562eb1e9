import type { ParsonsExercise, ParsonsLine } from '../../../db/models/exercise.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { commonPrefix, commonSubsequence } from './common-subsequence.ts';
import { MISSING, part, type Marks } from './marks.ts';

type Lines = readonly ParsonsLine[];
type Same = (a: ParsonsLine, b: ParsonsLine) => boolean;

/** The id of a line that stands in its place at the wrong depth. */
export const indentPart = (blockId: string): string => `${blockId}/indent`;

/**
 * Right when the lines stand as in one of the orders, at the right depth where that counts. Blocks of the same code may
 * stand for each other. Score, by the order that fits best: the most lines that follow one another rightly, others
 * between them or not, over the lines of the order or of the answer, whichever are more. Results are told from the top
 * to the first line that is out of place, and no further.
 */
export function markParsons({ options, answerKey }: Pick<ParsonsExercise, 'options' | 'answerKey'>, lines: Lines): Marks {
  const codeOf = (blockId: string): string | undefined => options.find(({ id }) => id === blockId)?.code;
  const isSameCode: Same = (a, b) => a.blockId === b.blockId || codeOf(a.blockId) === codeOf(b.blockId);
  const isSame: Same = (a, b) => isSameCode(a, b) && (!answerKey.indented || a.indent === b.indent);
  const scores = answerKey.orders.map(
    (order) => commonSubsequence(order, lines, isSame) / Math.max(order.length, lines.length),
  );
  const score = Math.max(...scores);
  const reach = (order: Lines): number => commonPrefix(lines, order, isSame);
  const nearest = answerKey.orders.reduce((best, order) => (reach(order) > reach(best) ? order : best));
  return { isRight: score === 1, score, parts: partsOf(lines, nearest, reach(nearest)), say: null };

  function partsOf(answer: Lines, order: Lines, inPlace: number): TestResult[] {
    const name = (line: ParsonsLine): string => codeOf(line.blockId) ?? line.blockId;
    const right = answer.slice(0, inPlace).map((line) => part(line.blockId, name(line), true));
    const next = answer[inPlace];
    const due = order[inPlace];
    if (next === undefined) return due === undefined ? right : [...right, part(MISSING, '…', false)];
    const isDeep = due !== undefined && isSameCode(next, due);
    return [...right, part(isDeep ? indentPart(next.blockId) : next.blockId, name(next), false)];
  }
}
