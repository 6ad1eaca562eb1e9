import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { Verdict } from '../../../db/models/enums.ts';
import type { ExerciseAttempt, TestResult } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Id } from '../../../db/models/ids.ts';
import { mistakeInCode } from '../../core/grading/mistakes.ts';
import { grade } from '../../core/grading/grade.ts';
import type { CodeError, Outcome as RunOutcome } from '../../core/run-result.ts';
import type { Submission } from '../../services/attempt-service.ts';
import { isSameAnswer } from './answers.ts';
import { isCodeAnswer, isCodeExercise } from './code-exercise.ts';

/** What a check brought, as the screen shows it. */
export interface Outcome {
  readonly attemptId: Id;
  readonly verdict: Verdict;
  readonly testResults: readonly TestResult[];
  /** Markdown: the option's reason, or the words to a known mistake. */
  readonly say: string | null;
  /** Known only in the sitting that ran the code. */
  readonly error: CodeError | null;
  /** What ended code before its own end; known like `error`. */
  readonly stoppedBy: RunOutcome | null;
  /** The answer that was checked. */
  readonly answer: DraftAnswer;
}

export const outcomeOfSubmission = ({ attempt, grade: { say, error, stoppedBy } }: Submission): Outcome => ({
  ...bare(attempt),
  say,
  error,
  stoppedBy: stoppedBy ?? null,
});

/**
 * The result that belongs to what stands there now, read back after a reload: the newest attempt, if it is of this
 * very answer and of the exercise as it is today.
 */
export function outcomeOfAttempt(exercise: Exercise, attempt: ExerciseAttempt | null, answer: DraftAnswer): Outcome | null {
  if (attempt?.exerciseRev !== exercise.rev || attempt.answer.type !== exercise.type) return null;
  if (!isSameAnswer(attempt.answer, answer)) return null;
  return { ...bare(attempt), say: reason(exercise, attempt), error: null, stoppedBy: null };
}

function reason(exercise: Exercise, { answer, verdict }: ExerciseAttempt): string | null {
  if (!isCodeExercise(exercise)) return grade(exercise, answer, null).say;
  return verdict === 'PASSED' || !isCodeAnswer(answer) ? null : mistakeInCode(exercise, answer.files);
}

const bare = ({ id, verdict, testResults, answer }: ExerciseAttempt) => ({ attemptId: id, verdict, testResults, answer });

/** How the learner judged a rubric answer: the criteria met (indexes). null: not judged yet. */
export type Judgement = readonly number[] | null;

export const allCriteria = (exercise: Exercise): readonly number[] =>
  exercise.type === 'FREE_FORM' && exercise.answerKey.kind === 'rubric' ? [...exercise.answerKey.criteria.keys()] : [];

/** Whether the exercise is solved by this outcome: passed, or judged right by the learner. */
export function isRight(exercise: Exercise, outcome: Outcome, judgement: Judgement): boolean {
  if (outcome.verdict !== 'UNGRADED') return outcome.verdict === 'PASSED';
  return judgement !== null && judgement.length === allCriteria(exercise).length;
}

/** How a result looks, by shape and word as well as colour. */
export type Tone = 'right' | 'notyet' | 'open';

export const outcomeTone = ({ verdict }: Outcome): Tone =>
  verdict === 'PASSED' ? 'right' : verdict === 'UNGRADED' ? 'open' : 'notyet';
