import type { CodeLanguage, Verdict } from '../../../db/models/enums.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import type { CodeCompletionExercise, CodeFiles, ExerciseTest } from '../../../db/models/exercise.ts';
import type { CheckResult, CodeError, TestRun } from '../run-result.ts';
import { isSameValue } from '../values/compare.ts';
import { formatValue } from '../values/format.ts';
import { parseLiteral } from '../values/literal.ts';
import { isSameCode } from './same-code.ts';
import { isSameOutput } from './same-output.ts';

/** Longest text of a value or an output in a test's result, in characters. */
const SHOWN = 2_000;

export interface CodeGrade {
  readonly verdict: Verdict;
  readonly score: number;
  readonly testResults: readonly TestResult[];
  readonly error: CodeError | null;
}

/** Compares what came out of the sandbox with what the author expects: the expectations never went in. */
export function gradeCode(exercise: CodeCompletionExercise, checked: CheckResult): CodeGrade {
  const runs = new Map(checked.runs.map((run) => [run.id, run]));
  const testResults = exercise.tests.map((test) => resultOf(test, runs.get(test.id), exercise.language));
  const passed = testResults.filter((result) => result.passed).length;
  const verdict = verdictOf(exercise, checked, passed);
  return {
    verdict,
    score: verdict === 'PASSED' ? 1 : passed / Math.max(1, exercise.tests.length),
    testResults,
    error: verdict === 'PASSED' ? null : errorOf(exercise.tests, checked),
  };
}

/** The author's words to this very program, or null. Comments and blank lines do not matter. */
export function mistakeInCode(exercise: CodeCompletionExercise, files: CodeFiles): string | null {
  const written = files[exercise.starter.entry] ?? '';
  return exercise.mistakes.find(({ answer }) => isSameCode(exercise.language, answer, written))?.say ?? null;
}

function verdictOf(exercise: CodeCompletionExercise, checked: CheckResult, passed: number): Verdict {
  const isWhole = checked.outcome === 'finished' && checked.error === null;
  if (isWhole && passed === exercise.tests.length) return 'PASSED';
  const failing = checked.runs.filter((run) => run.outcome !== 'finished');
  if (checked.outcome === 'timed-out' || failing.some((run) => run.outcome === 'timed-out')) return 'TIMED_OUT';
  if (!isWhole) return 'ERRORED';
  return failing.length === checked.runs.length ? 'ERRORED' : 'FAILED';
}

/** An error that only hidden tests met would give them away. */
function errorOf(tests: readonly ExerciseTest[], checked: CheckResult): CodeError | null {
  if (checked.error !== null) return checked.error;
  const visible = new Set(tests.filter((test) => test.isVisible).map((test) => test.id));
  return checked.runs.find((run) => run.error !== null && visible.has(run.id))?.error ?? null;
}

function resultOf(test: ExerciseTest, run: TestRun | undefined, language: CodeLanguage): TestResult {
  const passed = run?.outcome === 'finished' && isExpected(test, run, language);
  const { id, name, isVisible } = test;
  if (!isVisible) return { id, name, isVisible, passed, called: null, expected: null, got: null, message: null };
  return {
    id,
    name,
    isVisible,
    passed,
    called: test.kind === 'call' ? test.call : test.stdin === '' ? null : test.stdin,
    expected: test.kind === 'call' ? test.expect : test.stdout,
    got: run === undefined ? null : gotOf(test, run, language),
    message: messageOf(run?.error ?? null),
  };
}

function isExpected(test: ExerciseTest, run: TestRun, language: CodeLanguage): boolean {
  if (test.kind === 'output') return isSameOutput(test.stdout, run.stdout);
  if (run.value === null) return false;
  const expected = parseLiteral(language, test.expect);
  if (expected !== null) return isSameValue(language, expected, run.value);
  // Not a literal (a repr such as `<Colour.RED: 1>`): compared as written.
  return formatValue(language, run.value) === test.expect.trim();
}

function gotOf(test: ExerciseTest, run: TestRun, language: CodeLanguage): string | null {
  if (test.kind === 'output') return cut(run.stdout);
  return run.value === null ? null : cut(formatValue(language, run.value));
}

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
const messageOf = (error: CodeError | null): string | null => (error === null ? null : `${error.type}: ${error.message}`);
