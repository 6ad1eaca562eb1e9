import type { Verdict } from '../../../db/models/enums.ts';
import type { Answer, TestResult } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { CheckResult, CodeError } from '../run-result.ts';

/** What the grader says of one answer: plain data; the words for it are the screen's. */
export interface Grade {
  readonly verdict: Verdict;
  /** 0–1. */
  readonly score: number;
  /** In the author's order. */
  readonly testResults: readonly TestResult[];
  /** Markdown: the chosen option's reason, or a known mistake's message. */
  readonly say: string | null;
  readonly error: CodeError | null;
}

export function grade(exercise: Exercise, answer: Answer, checked: CheckResult | null): Grade {
  throw new Error(`not built yet ${exercise.type} ${answer.type} ${String(checked)}`);
}
