import type { CodeLanguage } from '../../db/models/enums.ts';
import type { ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { CodeExercise, CodeFiles, PredictOutputExercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Result } from '../core/result.ts';
import type { RunResult } from '../core/run-result.ts';
import type { Preparation, RunEvents } from '../runner/runner.ts';
import type { Environment } from './environment.ts';
import type { Recheck } from './recheck.ts';
import type { SelfAssessment, Skip } from './record-step.ts';
import type { Submission, SubmitFailure, SubmitInput } from './submit-answer.ts';

export type { Submission, SubmitFailure, SubmitInput } from './submit-answer.ts';

export interface AttemptService {
  /** Grades an answer and records it: one transaction, after the code has run. An update of the app waits for it. */
  submit(input: SubmitInput): Promise<Result<Submission, SubmitFailure>>;
  /**
   * The learner's own judgement of a rubric answer; right when every criterion is met. An answer is judged once: the
   * first judgement stands, and another try is another answer.
   */
  assessSelf(input: SelfAssessment): Promise<ProgressSnapshot>;
  skip(input: Skip): Promise<ProgressSnapshot>;
  /**
   * Runs the code that solved an exercise before its author changed it by the tests of today, unasked and unseen. Passed, it
   * is recorded as a replay, and true comes back; else nothing is: nobody gave that answer today.
   */
  recheck(input: Recheck): Promise<boolean>;
  /** Newest first. */
  history(userId: Id, exerciseId: Id): Promise<ExerciseAttempt[]>;
  /** A scratch run: never counts, never recorded. `events`: what is heard of it while it goes on. */
  run(
    input: {
      readonly exercise: CodeExercise | PredictOutputExercise;
      readonly files: CodeFiles;
      readonly stdin: string;
    },
    events?: RunEvents,
  ): Promise<RunResult>;
  /** Ends the running job, if any. */
  stop(): void;
  /** Loads the engine ahead. */
  warmUp(language: CodeLanguage): void;
  /** Hears how far the engine is, as `Runner.watch` tells it. Returns how to stop. */
  watch(language: CodeLanguage, listener: (preparation: Preparation | null) => void): () => void;
}

export function createAttemptService(environment: Environment): AttemptService {
  const { strict, runner, platform } = environment;
  /** No update of the app comes in between. */
  const holding = async <T>(work: () => Promise<T>): Promise<T> => {
    const release = platform.updates.hold();
    try {
      return await work();
    } finally {
      release();
    }
  };

  return {
    // The graders are fetched with the first answer: no screen before the lesson player needs them.
    submit: (input) => holding(async () => (await import('./submit-answer.ts')).submitAnswer(environment, input)),

    assessSelf: async (input) => (await import('./record-step.ts')).assessSelf(environment, input),
    skip: async (input) => (await import('./record-step.ts')).skipExercise(environment, input),

    recheck: (input) => holding(async () => (await import('./recheck.ts')).recheck(environment, input)),

    history: async (userId, exerciseId) => (await strict.attempts.getByExercise(userId, exerciseId)).reverse(),

    run: ({ exercise, files, stdin }, events) =>
      runner.run({ language: exercise.language, files, entry: exercise.starter.entry, stdin }, events),
    stop: () => runner.stop(),
    warmUp: (language) => runner.warmUp(language),
    watch: (language, listener) => runner.watch(language, listener),
  };
}
