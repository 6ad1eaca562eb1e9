import type { TestResult } from '../../../db/models/exercise-attempt.ts';

/** How right an answer is, whatever its type. */
export interface Marks {
  readonly isRight: boolean;
  /** 0–1; 1 exactly when right. */
  readonly score: number;
  /** A result for each part of an answer that has parts. */
  readonly parts: readonly TestResult[];
  /** Markdown of the author's, or null. */
  readonly say: string | null;
}

/** The id of a part that the answer lacks. */
export const MISSING = '*missing';

/** One part of an answer. Its id and name are the part's own; what would have been right is not told. */
export const part = (id: string, name: string, passed: boolean, got: string | null = null): TestResult => ({
  id,
  name: name.trim() === '' ? id : name,
  isVisible: true,
  passed,
  called: null,
  expected: null,
  got,
  message: null,
});

/** All or nothing. */
export const whole = (isRight: boolean, say: string | null, parts: readonly TestResult[] = []): Marks => ({
  isRight,
  score: isRight ? 1 : 0,
  parts,
  say,
});

/** Right when every part is; the score is the share of parts that are. */
export function shared(parts: readonly TestResult[]): Marks {
  const right = parts.filter(({ passed }) => passed).length;
  return { isRight: right === parts.length, score: parts.length === 0 ? 0 : right / parts.length, parts, say: null };
}
