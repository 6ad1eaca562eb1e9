import type { Verdict } from '../../../db/models/enums.ts';
import type { Answer, TestResult } from '../../../db/models/exercise-attempt.ts';
import type { CodeExercise, CodeFiles, Exercise } from '../../../db/models/exercise.ts';
import type { ConstructFinding } from '../constructs/finding.ts';
import type { CheckResult, CodeError, Outcome as RunOutcome } from '../run-result.ts';
import { markChoice, markMultiSelect } from './choice.ts';
import { gradeCode } from './code.ts';
import { markBlanks } from './fill-blanks.ts';
import { isAccepted } from './free-form.ts';
import { whole, type Marks } from './marks.ts';
import { markMatching } from './matching.ts';
import { mistakeInCode, mistakeInText } from './mistakes.ts';
import { markNumeric } from './numeric.ts';
import { markOrdering } from './ordering.ts';
import { markParsons } from './parsons.ts';
import { markPrediction } from './predict-output.ts';
import { isTextAccepted } from './text-rules.ts';

/** What the grader says of one answer: plain data; the words for it are the screen's. */
export interface Grade {
  readonly verdict: Verdict;
  /** 0–1. */
  readonly score: number;
  /** In the author's order; of code the first that failed stands on top. */
  readonly testResults: readonly TestResult[];
  /** Markdown: the chosen option's reason, a known mistake's message, or the words of a rule that is broken. */
  readonly say: string | null;
  readonly error: CodeError | null;
  /** Of code: what ended the check, or its first test, before its own end. */
  readonly stoppedBy?: RunOutcome;
}

/** What was found out about code before it is graded. */
export interface CodeEvidence {
  /** What the runner brought back. */
  readonly checked: CheckResult;
  /** The rules about constructs that the code breaks, as `brokenConstructs` finds them. */
  readonly broken: readonly ConstructFinding[];
}

/**
 * The verdict on an answer. `evidence` is null for all but code. An answer of another type than its exercise, or code
 * that was never run, is a bug and throws.
 */
export function grade(exercise: Exercise, answer: Answer, evidence: CodeEvidence | null): Grade {
  if (exercise.type === 'FREE_FORM' && exercise.answerKey.kind === 'rubric' && answer.type === 'FREE_FORM') {
    return { verdict: 'UNGRADED', score: 0, testResults: [], say: null, error: null };
  }
  if (isCode(exercise) && 'files' in answer && evidence !== null) return gradedCode(exercise, answer.files, evidence);
  const { isRight, score, parts, say } = mark(exercise, answer);
  return { verdict: isRight ? 'PASSED' : 'FAILED', score, testResults: parts, say: say === '' ? null : say, error: null };
}

/** Each type's own way; null falls through to the bug that it is. */
function mark(exercise: Exercise, answer: Answer): Marks {
  if (exercise.type === 'MULTIPLE_CHOICE' && answer.type === 'MULTIPLE_CHOICE') {
    return markChoice(exercise.options, answer.optionId, exercise.answerKey.optionId);
  }
  if (exercise.type === 'TRUE_FALSE' && answer.type === 'TRUE_FALSE') {
    return markChoice(exercise.options, String(answer.value), String(exercise.answerKey.value));
  }
  if (exercise.type === 'FREE_FORM' && answer.type === 'FREE_FORM' && exercise.answerKey.kind === 'rules') {
    const { answerKey: key, mistakes } = exercise;
    return written(isAccepted(key, answer.text), () => mistakeInText(mistakes, answer.text, key.caseSensitive));
  }
  if (exercise.type === 'SHORT_TEXT' && answer.type === 'SHORT_TEXT') {
    const { answerKey: key, mistakes } = exercise;
    return written(isTextAccepted(key, answer.text), () => mistakeInText(mistakes, answer.text, key.caseSensitive));
  }
  if (exercise.type === 'MULTI_SELECT' && answer.type === 'MULTI_SELECT') return markMultiSelect(exercise, answer.optionIds);
  if (exercise.type === 'NUMERIC' && answer.type === 'NUMERIC') return markNumeric(exercise, answer.text);
  if (exercise.type === 'PREDICT_OUTPUT' && answer.type === 'PREDICT_OUTPUT') return markPrediction(exercise, answer.text);
  if (exercise.type === 'PARSONS' && answer.type === 'PARSONS') return markParsons(exercise, answer.lines);
  if (exercise.type === 'FILL_BLANKS' && answer.type === 'FILL_BLANKS') return markBlanks(exercise, answer.blanks);
  if (exercise.type === 'MATCHING' && answer.type === 'MATCHING') return markMatching(exercise, answer.pairs);
  if (exercise.type === 'ORDERING' && answer.type === 'ORDERING') return markOrdering(exercise, answer.itemIds);
  throw new TypeError(`an answer of type ${answer.type} to an exercise of type ${exercise.type}`);
}

const written = (isRight: boolean, mistake: () => string | null): Marks => whole(isRight, isRight ? null : mistake());

const isCode = (exercise: Exercise): exercise is CodeExercise =>
  exercise.type === 'CODE_COMPLETION' || exercise.type === 'FIX_BUG';

function gradedCode(exercise: CodeExercise, files: CodeFiles, { checked, broken }: CodeEvidence): Grade {
  const graded = gradeCode(exercise, checked, broken);
  const isKnown = graded.verdict !== 'PASSED' && checked.tampering === null;
  return { ...graded, say: (isKnown ? mistakeInCode(exercise, files) : null) ?? graded.say };
}
