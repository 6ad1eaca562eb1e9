import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import type { CallTest, ExerciseTest, OutputTest } from '../../../db/models/exercise.ts';
import type { CodeError, SelfReport, TestRun } from '../run-result.ts';
import { isSameValue } from '../values/compare.ts';
import { formatValue } from '../values/format.ts';
import { parseLiteral } from '../values/literal.ts';
import { isSameOutput } from './same-output.ts';

/** Longest text of a value or an output in a test's result, in characters. */
const SHOWN = 2_000;

/**
 * How one test of the author's went, by its runs; a file of tests gives a result for each test in it that was not
 * skipped. A test that never ran, or told nothing, is not passed.
 */
export function testResults(test: ExerciseTest, runs: readonly TestRun[], language: CodeLanguage): TestResult[] {
  const [run] = runs;
  switch (test.kind) {
    case 'call':
    case 'output':
      return [shown(test, test.id, test.name, compared(test, run, language))];
    case 'assert':
      return [shown(test, test.id, test.name, told(run))];
    case 'file': {
      const counted = runs.filter(({ said }) => said?.status !== 'skipped');
      if (counted.length === 0) return [shown(test, test.id, test.name, { ...told(undefined), passed: false })];
      return counted.map((one, i) => shown(test, `${test.id}/${i + 1}`, nameOf(one.said) ?? test.name, told(one)));
    }
  }
}

type Facts = Pick<TestResult, 'passed' | 'called' | 'expected' | 'got' | 'message'>;
const NOTHING = { called: null, expected: null, got: null, message: null };

/** A hidden test tells whether it passed, and not even the names inside its file. */
function shown({ name, isVisible }: ExerciseTest, id: string, ownName: string, facts: Facts): TestResult {
  if (!isVisible) return { id, name, isVisible, passed: facts.passed, ...NOTHING };
  return { id, name: ownName, isVisible, ...facts };
}

/** A call or an output: compared here, where the learner's code cannot reach. */
function compared(test: CallTest | OutputTest, run: TestRun | undefined, language: CodeLanguage): Facts {
  const message = messageOf(run?.error ?? null);
  const passed = run?.outcome === 'finished' && run.error === null;
  if (test.kind === 'output') {
    const { stdin, stdout } = test;
    const isSame = passed && isSameOutput(stdout, run.stdout);
    return { passed: isSame, called: stdin === '' ? null : stdin, expected: stdout, got: cut(run?.stdout ?? null), message };
  }
  const value = run?.value ?? null;
  const got = value === null ? null : formatValue(language, value);
  const literal = parseLiteral(language, test.expect);
  // In one notation with what came: a difference of quotes or spaces must not look like the mistake.
  const expected = literal === null ? test.expect.trim() : formatValue(language, literal);
  // What is no literal (a repr such as `<Colour.RED: 1>`) is compared as written.
  const isExpected = value !== null && (literal === null ? got === expected : isSameValue(language, literal, value));
  return { passed: passed && isExpected, called: test.call, expected, got: cut(got), message };
}

/** What a test that runs beside the learner's code says of itself. */
function told(run: TestRun | undefined): Facts {
  const said = run?.said ?? null;
  const message = said === null || said.message === '' ? messageOf(run?.error ?? null) : said.message;
  return {
    passed: run?.outcome === 'finished' && run.error === null && said?.status === 'passed',
    called: cut(said?.called ?? null),
    expected: cut(said?.expected ?? null),
    got: cut(said?.got ?? null),
    message: cut(message),
  };
}

const nameOf = (said: SelfReport | null): string | null => (said === null || said.name.trim() === '' ? null : said.name);
const cut = (text: string | null): string | null =>
  text !== null && text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
const messageOf = (error: CodeError | null): string | null => (error === null ? null : `${error.type}: ${error.message}`);
