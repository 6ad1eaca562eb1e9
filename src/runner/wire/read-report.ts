import { isRecord, parseJson } from '../../core/json.ts';
import type { CodeError, Outcome, SelfReport, TestRun } from '../../core/run-result.ts';
import { isString } from './plain.ts';
import { readValue } from './read-value.ts';

type ReadError = (raw: unknown) => CodeError | null;

/** How a job ended, in the worker's words. */
export interface Report {
  readonly outcome: Outcome;
  readonly error: CodeError | null;
  readonly activeMs: number;
}

/** What a worker may say of itself; the page alone says `timed-out` and `stopped`. */
const SAYABLE: readonly unknown[] = ['finished', 'error', 'out-of-memory', 'too-much-output', 'died'] satisfies Outcome[];

const isSayable = (raw: unknown): raw is Outcome => SAYABLE.includes(raw);

/** Null when the text is no report. */
export function readReport(text: string, readError: ReadError): Report | null {
  const raw = parseJson(text);
  if (!isRecord(raw) || !isSayable(raw.outcome)) return null;
  const ms = raw.activeMs;
  const activeMs = typeof ms === 'number' && Number.isFinite(ms) && ms >= 0 ? ms : 0;
  return { outcome: raw.outcome, error: readError(raw.error), activeMs };
}

/** What a test may say in each of its fields, characters. */
const SAID_CHARS = 4_000;
/** A test's value and words; read in one turn of the page, which must not stall for it. */
const MAX_TESTED_CHARS = 4_000_000;
const STATUSES: readonly unknown[] = ['passed', 'failed', 'skipped'] satisfies SelfReport['status'][];

export interface TestContext {
  readonly stdout: string;
  readonly readError: ReadError;
  /** Whether this test may tell how it went; the others are judged outside. */
  readonly speaksForItself: boolean;
}

/** One test's end, with the output heard meanwhile. Null when the text is none. */
export function readTestRun(text: string, { stdout, readError, speaksForItself }: TestContext): TestRun | null {
  const raw = text.length > MAX_TESTED_CHARS ? null : parseJson(text);
  if (!isRecord(raw) || !isString(raw.id) || !isSayable(raw.outcome)) return null;
  const said = speaksForItself ? readSaid(raw.said) : null;
  return { id: raw.id, outcome: raw.outcome, value: readValue(raw.value), stdout, error: readError(raw.error), said };
}

function readSaid(raw: unknown): SelfReport | null {
  if (!isRecord(raw) || !isString(raw.name) || !STATUSES.includes(raw.status)) return null;
  return {
    name: raw.name.slice(0, SAID_CHARS),
    status: raw.status as SelfReport['status'],
    message: words(raw.message) ?? '',
    called: words(raw.called),
    expected: words(raw.expected),
    got: words(raw.got),
  };
}

const words = (raw: unknown): string | null => (isString(raw) ? raw.slice(0, SAID_CHARS) : null);
