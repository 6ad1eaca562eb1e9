import type { CodeCompletionExercise, CodeFiles } from '../../../db/models/exercise.ts';
import { gradeCode } from '../../core/grading/code.ts';
import type { CheckResult, Outcome } from '../../core/run-result.ts';
import type { CheckJob } from '../../runner/runner.ts';
import { testInput } from '../../runner/test-input.ts';
import { END_WORDS, errorWords, inALine, isEnd, missWords, type End } from '../../services/prove/run-words.ts';

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
  const told = (reason: string): string => `${inALine(reason)}${count}`;

  if (checked.tampering !== null) return { outcome: 'tampered', reason: told(say ?? checked.tampering) };
  const ended = [checked.outcome, ...checked.runs.map(({ outcome }) => outcome)].find(isEnd);
  if (ended !== undefined) {
    const during = checked.runs.find(({ outcome }) => outcome === ended)?.said?.name ?? '';
    return { outcome: ended, reason: told(wordsOf(ended) + (during === '' ? '' : ` in ${during}`)) };
  }
  if (checked.error !== null) return { outcome: 'error', reason: told(errorWords(checked.error)) };
  const error = hasRun ? null : checked.runs.find((run) => run.error !== null)?.error;
  if (error !== null && error !== undefined) return { outcome: 'error', reason: told(errorWords(error)) };
  return { outcome: 'failed', reason: told(first === undefined ? 'no test ran' : !hasRun && first.message === null ? `no test ran in ${first.name}` : missWords(first)) };
}

const wordsOf = (end: End): string => (end === 'timed-out' ? `not done in time (${WALL_MS / 1000} s on an ordinary machine)` : END_WORDS[end]);
