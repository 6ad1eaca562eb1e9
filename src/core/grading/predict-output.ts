import type { PredictOutputExercise } from '../../../db/models/exercise.ts';
import { commonPrefix } from './common-subsequence.ts';
import { MISSING, part, whole, type Marks } from './marks.ts';
import { outputLines } from './same-output.ts';
import { mistakeInOutput } from './mistakes.ts';

/**
 * Right when it is what the program prints, by the rules of output tests. Results are told line by line, from the top to
 * the first that differs; the id is the number of the line, from 1.
 */
export function markPrediction({ answerKey, mistakes }: PredictOutputExercise, text: string): Marks {
  const printed = outputLines(answerKey.stdout);
  const lines = outputLines(text);
  const same = commonPrefix(lines, printed, (a, b) => a === b);
  const isRight = same === lines.length && same === printed.length;
  const right = lines.slice(0, same).map((line, i) => part(String(i + 1), line, true, line));
  const next = lines[same];
  const parts = isRight ? right : [...right, next === undefined ? part(MISSING, '…', false) : part(String(same + 1), next, false, next)];
  return whole(isRight, isRight ? null : mistakeInOutput(mistakes, text), parts);
}
