import type { CodeCompletionExercise, CodeFiles } from '../../../db/models/exercise.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { gradeCode } from '../../core/grading/code.ts';
import type { CheckResult, CodeError, Outcome } from '../../core/run-result.ts';
import type { CheckJob } from '../../runner/runner.ts';
import { testInput } from '../../runner/test-input.ts';

export type CaseOutcome = 'passed' | 'failed' | 'tampered' | 'skipped' | Exclude<Outcome, 'finished'>;

/** How one program fared with an exercise's tests. */
export interface CaseResult {
  readonly outcome: CaseOutcome;
  /** Why it has not passed, naming the first test that did not; '' when it has. */
  readonly reason: string;
  /** Wall time, the wait for a warm engine included. */
  readonly ms: number;
}

/**
 * A learner's program gets 5 s for its tests, 10 s at most. A track's own may take longer here, with a neighbour on every
 * core, and is then told as slow (see `report.ts`) instead of as wrong.
 */
const WALL_MS = 30_000;
const REASON_CHARS = 400;

/** Checks and grades as the app does. Rejects only where `check` does. */
export async function runCase(
  check: (job: CheckJob) => Promise<CheckResult>,
  exercise: CodeCompletionExercise,
  files: CodeFiles,
): Promise<CaseResult> {
  const { language, starter, tests } = exercise;
  const startedAt = performance.now();
  const checked = await check({ language, files, entry: starter.entry, tests: tests.map(testInput), limits: { wallMs: WALL_MS } });
  return { ...judge(exercise, checked), ms: Math.round(performance.now() - startedAt) };
}

/** The app's own verdict, told more closely. A run in which no test ran has not passed, whatever else it did. */
export function judge(exercise: CodeCompletionExercise, checked: CheckResult): Omit<CaseResult, 'ms'> {
  const { verdict, testResults, say } = gradeCode(exercise, checked, []);
  const hasRun = checked.runs.some(({ said }) => said !== null && said.status !== 'skipped');
  if (verdict === 'PASSED') return hasRun ? { outcome: 'passed', reason: '' } : { outcome: 'failed', reason: 'no test ran' };
  const first = testResults.find(({ passed }) => !passed);
  const passed = testResults.filter((result) => result.passed).length;
  const count = hasRun && testResults.length > 1 ? ` (${passed} of ${testResults.length} tests passed)` : '';
  const told = (reason: string): string => `${cut(reason)}${count}`;

  if (checked.tampering !== null) return { outcome: 'tampered', reason: told(say ?? checked.tampering) };
  const ended = [checked.outcome, ...checked.runs.map(({ outcome }) => outcome)].find(isEnd);
  if (ended !== undefined) {
    const during = checked.runs.find(({ outcome }) => outcome === ended)?.said?.name ?? '';
    return { outcome: ended, reason: told(WORDS[ended] + (during === '' ? '' : ` in ${during}`)) };
  }
  if (checked.error !== null) return { outcome: 'error', reason: told(errorWords(checked.error)) };
  const error = hasRun ? null : checked.runs.find((run) => run.error !== null)?.error;
  if (error !== null && error !== undefined) return { outcome: 'error', reason: told(errorWords(error)) };
  return { outcome: 'failed', reason: told(first === undefined ? 'no test ran' : missWords(first, hasRun)) };
}

/** What the learner's program was stopped by, as against an error of its own. */
type End = Exclude<Outcome, 'finished' | 'error'>;
const isEnd = (outcome: Outcome): outcome is End => outcome !== 'finished' && outcome !== 'error';

const WORDS: { readonly [outcome in End]: string } = {
  'timed-out': `not done in time (${WALL_MS / 1000} s on an ordinary machine)`,
  'out-of-memory': 'used more memory than a program may',
  'too-much-output': 'wrote more than a program may',
  died: 'the engine died of it',
  stopped: 'was stopped',
};

function missWords({ name, expected, got, message }: TestResult, hasRun: boolean): string {
  if (!hasRun && message === null) return `no test ran in ${name}`;
  const compared = expected === null && got === null ? '' : `expected ${expected ?? '?'}, got ${got ?? '?'}`;
  return `${name}: ${message ?? (compared === '' ? 'not passed' : compared)}`;
}

function errorWords({ type, message, frames, line }: CodeError): string {
  const at = frames.at(-1);
  const where = at !== undefined ? ` (${at.file}, line ${at.line})` : line === null ? '' : ` (line ${line})`;
  return `${type}: ${message}${where}`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > REASON_CHARS ? `${line.slice(0, REASON_CHARS)}…` : line;
}
