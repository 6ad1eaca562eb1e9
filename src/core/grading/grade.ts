import type { Verdict } from '../../../db/models/enums.ts';
import type { Answer, TestResult } from '../../../db/models/exercise-attempt.ts';
import type { Exercise, Option } from '../../../db/models/exercise.ts';
import type { CheckResult, CodeError } from '../run-result.ts';
import { gradeCode, mistakeInCode } from './code.ts';
import { isAccepted, mistakeInText } from './free-form.ts';

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

/**
 * The verdict on an answer. `checked` is what the runner brought back for code, null for all else. An answer of
 * another type than its exercise, or code that was never run, is a bug and throws.
 */
export function grade(exercise: Exercise, answer: Answer, checked: CheckResult | null): Grade {
  if (exercise.type === 'MULTIPLE_CHOICE' && answer.type === 'MULTIPLE_CHOICE') {
    const say = reasonOf(exercise.options, answer.optionId);
    return plain(answer.optionId === exercise.answerKey.optionId, say);
  }
  if (exercise.type === 'TRUE_FALSE' && answer.type === 'TRUE_FALSE') {
    return plain(answer.value === exercise.answerKey.value, reasonOf(exercise.options, String(answer.value)));
  }
  if (exercise.type === 'FREE_FORM' && answer.type === 'FREE_FORM') {
    const key = exercise.answerKey;
    if (key.kind === 'rubric') return { verdict: 'UNGRADED', score: 0, testResults: [], say: null, error: null };
    const isRight = isAccepted(key, answer.text);
    return plain(isRight, isRight ? null : mistakeInText(exercise.mistakes, answer.text, key.caseSensitive));
  }
  if (exercise.type === 'CODE_COMPLETION' && answer.type === 'CODE_COMPLETION' && checked !== null) {
    const graded = gradeCode(exercise, checked);
    return { ...graded, say: graded.verdict === 'PASSED' ? null : mistakeInCode(exercise, answer.files) };
  }
  throw new TypeError(`an answer of type ${answer.type} to an exercise of type ${exercise.type}`);
}

const reasonOf = (options: readonly Option[], id: string): string | null =>
  options.find((option) => option.id === id)?.why ?? null;

const plain = (isRight: boolean, say: string | null): Grade => ({
  verdict: isRight ? 'PASSED' : 'FAILED',
  score: isRight ? 1 : 0,
  testResults: [],
  say: say === '' ? null : say,
  error: null,
});
