import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import type { Grade } from '../../core/grading/grade.ts';
import type { CodeError, Outcome } from '../../core/run-result.ts';

/** What a run or a test came to, in a line for whoever wrote it. */

const MOST_CHARS = 400;

/** What a program was stopped by, as against an error of its own. */
export type End = Exclude<Outcome, 'finished' | 'error'>;
export const isEnd = (outcome: Outcome): outcome is End => outcome !== 'finished' && outcome !== 'error';

export const END_WORDS: { readonly [outcome in End]: string } = {
  'timed-out': 'not done in time',
  'out-of-memory': 'used more memory than a program may',
  'too-much-output': 'wrote more than a program may',
  died: 'the engine died of it',
  stopped: 'was stopped',
};

/** `TypeError: … (main.py, line 3)` */
export function errorWords({ type, message, frames, line }: CodeError): string {
  const at = frames.at(-1);
  const where = at !== undefined ? ` (${at.file}, line ${at.line})` : line === null ? '' : ` (line ${line})`;
  return `${type}: ${message}${where}`;
}

/** `three cups: expected 6, got 5` */
export function missWords({ name, expected, got, message }: TestResult): string {
  const compared = expected === null && got === null ? '' : `expected ${expected ?? '?'}, got ${got ?? '?'}`;
  return `${name}: ${message ?? (compared === '' ? 'not passed' : compared)}`;
}

/** One line, of bearable length. */
export function inALine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_CHARS ? `${line.slice(0, MOST_CHARS)}…` : line;
}

/** Why graded code has not passed: what stopped it, its error, or the first check that did not pass. */
export function gradeWords({ testResults, error, stoppedBy, say }: Grade): string {
  if (stoppedBy !== undefined && isEnd(stoppedBy)) return END_WORDS[stoppedBy];
  const miss = testResults.find(({ passed }) => !passed);
  if (error !== null && (miss?.message ?? null) === null) return inALine(errorWords(error));
  return inALine(miss === undefined ? (say ?? 'not passed') : missWords(miss));
}
