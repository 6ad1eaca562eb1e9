import type { Verdict } from '../../../db/models/enums.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import type { CodeExercise, ExerciseTest } from '../../../db/models/exercise.ts';
import type { ConstructFinding } from '../constructs/finding.ts';
import { groupBy } from '../group-by.ts';
import type { CheckResult, CodeError, Outcome as RunOutcome, TestRun } from '../run-result.ts';
import { constructResult } from './construct-results.ts';
import { testResults } from './test-results.ts';

export interface CodeGrade {
  readonly verdict: Verdict;
  readonly score: number;
  readonly testResults: readonly TestResult[];
  readonly error: CodeError | null;
  /** What was found changed under the tests, in plain words, else the author's words to a construct's rule that is broken. */
  readonly say: string | null;
  /** What ended the check, or its first test, before its own end; missing where nothing did. */
  readonly stoppedBy?: RunOutcome;
}

/**
 * Compares what came out of the sandbox with what the author expects: the expectations never went in. Passed when every
 * result is and nothing stopped the run. A time-out is its own verdict. `broken` are the rules about constructs that the
 * code breaks: each is one more result, not passed. Where the tests were tampered with, none has passed.
 */
export function gradeCode(
  exercise: CodeExercise,
  checked: CheckResult,
  broken: readonly ConstructFinding[],
): CodeGrade {
  const runsOf = groupBy(checked.runs, (run) => run.id);
  const isTampered = checked.tampering !== null;
  const told = exercise.tests.flatMap((test) => testResults(test, runsOf.get(test.id) ?? [], exercise.language));
  const results = [...(isTampered ? told.map(failed) : told), ...broken.map(constructResult)];
  const passed = results.filter((result) => result.passed).length;
  const verdict = verdictOf(checked, passed === results.length);
  return {
    verdict,
    score: verdict === 'PASSED' ? 1 : passed / results.length,
    testResults: firstMissFirst(results),
    error: verdict === 'PASSED' ? null : errorOf(exercise.tests, checked),
    ...(verdict === 'PASSED' ? {} : stopOf(checked)),
    say: checked.tampering ?? (verdict === 'FAILED' ? (broken[0]?.rule.say ?? null) : null),
  };
}

function verdictOf(checked: CheckResult, isAllPassed: boolean): Verdict {
  if (checked.tampering !== null) return 'FAILED';
  const isWhole = checked.outcome === 'finished' && checked.error === null;
  const failing = checked.runs.filter((run) => run.outcome !== 'finished');
  if (isWhole && isAllPassed && failing.length === 0) return 'PASSED';
  if (checked.outcome === 'timed-out' || failing.some((run) => run.outcome === 'timed-out')) return 'TIMED_OUT';
  if (!isWhole) return 'ERRORED';
  const died = failing.filter((run) => run.said === null);
  return died.length > 0 && died.length === checked.runs.length ? 'ERRORED' : 'FAILED';
}

/** An error that only hidden tests met would give them away. */
function errorOf(tests: readonly ExerciseTest[], checked: CheckResult): CodeError | null {
  if (checked.tampering !== null) return null;
  if (checked.error !== null) return checked.error;
  const visible = new Set(tests.filter((test) => test.isVisible).map((test) => test.id));
  return checked.runs.find((run: TestRun) => run.error !== null && visible.has(run.id))?.error ?? null;
}

/** A hidden test may say that it was stopped: that gives nothing away. */
function stopOf({ outcome, runs }: CheckResult): { readonly stoppedBy?: RunOutcome } {
  const isStop = (one: RunOutcome): boolean => one !== 'finished' && one !== 'error';
  const stoppedBy = isStop(outcome) ? outcome : runs.find((run) => isStop(run.outcome))?.outcome;
  return stoppedBy === undefined ? {} : { stoppedBy };
}

const failed = (result: TestResult): TestResult => ({ ...result, passed: false });

/** The first that failed and can be looked into stands on top, else the first that failed; the others stay in order. */
function firstMissFirst(results: readonly TestResult[]): readonly TestResult[] {
  const misses = results.filter(({ passed }) => !passed);
  const first = misses.find(({ isVisible }) => isVisible) ?? misses[0];
  return first === undefined ? results : [first, ...results.filter((result) => result !== first)];
}
