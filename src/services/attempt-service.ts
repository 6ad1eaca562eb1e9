import type { AttemptMode, CodeLanguage } from '../../db/models/enums.ts';
import type { Answer, ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { CodeCompletionExercise, CodeFiles } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Grade } from '../core/grading/grade.ts';
import type { Result } from '../core/result.ts';
import type { RunResult } from '../core/run-result.ts';
import type { WriteFailure } from './failures.ts';

export interface SubmitInput {
  readonly userId: Id;
  readonly exerciseId: Id;
  readonly answer: Answer;
  readonly hintsUsed: number;
  readonly solutionRevealed: boolean;
  /** Time at this exercise since the last attempt, ms. */
  readonly activeMs: number;
  readonly mode: AttemptMode;
}

export interface Submission {
  readonly attempt: ExerciseAttempt;
  readonly grade: Grade;
  readonly progress: ProgressSnapshot;
}

export type SubmitFailure =
  | { readonly type: 'NotFound' }
  /** The learner stopped the run: nothing was recorded. */
  | { readonly type: 'Stopped' }
  | WriteFailure;

export interface AttemptService {
  /** Grades an answer and records it: one transaction, after the code has run. */
  submit(input: SubmitInput): Promise<Result<Submission, SubmitFailure>>;
  /** The learner's own judgement of a rubric answer; right when every criterion is met. */
  assessSelf(input: {
    readonly userId: Id;
    readonly exerciseId: Id;
    readonly attemptId: Id;
    /** Indexes into the rubric's criteria. */
    readonly criteriaMet: readonly number[];
  }): Promise<ProgressSnapshot>;
  skip(input: { readonly userId: Id; readonly exerciseId: Id }): Promise<ProgressSnapshot>;
  /** Newest first. */
  history(userId: Id, exerciseId: Id): Promise<ExerciseAttempt[]>;
  /** A scratch run: never counts, never recorded. */
  run(input: {
    readonly exercise: CodeCompletionExercise;
    readonly files: CodeFiles;
    readonly stdin: string;
  }): Promise<RunResult>;
  /** Ends the running job, if any. */
  stop(): void;
  /** Loads the engine ahead. */
  warmUp(language: CodeLanguage): void;
}
