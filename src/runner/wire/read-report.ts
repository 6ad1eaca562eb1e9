import type { CodeError, Outcome, TestRun } from '../../core/run-result.ts';
import { isRecord, isString, parseJson } from './plain.ts';
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

/** One test's end, with the output heard meanwhile. Null when the text is none. */
export function readTestRun(text: string, stdout: string, readError: ReadError): TestRun | null {
  const raw = parseJson(text);
  if (!isRecord(raw) || !isString(raw.id) || !isSayable(raw.outcome)) return null;
  return { id: raw.id, outcome: raw.outcome, value: readValue(raw.value), stdout, error: readError(raw.error) };
}
