import { NotFound } from '../../db/errors.ts';
import type { CodeLanguage } from '../../db/models/enums.ts';
import type { ExerciseAttempt } from '../../db/models/exercise-attempt.ts';
import type { CodeExercise, CodeFiles, Exercise, PredictOutputExercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Result } from '../core/result.ts';
import type { RunResult } from '../core/run-result.ts';
import type { Preparation, RunEvents } from '../runner/runner.ts';
import type { Environment } from './environment.ts';
import { PROGRESS_TABLES, recomputeSnapshot } from './recompute-snapshot.ts';
import type { Submission, SubmitFailure, SubmitInput } from './submit-answer.ts';
import { whereIs } from './where-is.ts';

export type { Submission, SubmitFailure, SubmitInput } from './submit-answer.ts';

export interface AttemptService {
  /** Grades an answer and records it: one transaction, after the code has run. An update of the app waits for it. */
  submit(input: SubmitInput): Promise<Result<Submission, SubmitFailure>>;
  /**
   * The learner's own judgement of a rubric answer; right when every criterion is met. An answer is judged once: the
   * first judgement stands, and another try is another answer.
   */
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
  const { strict, runner, platform, now, newId } = environment;

  return {
    async submit(input) {
      const release = platform.updates.hold();
      try {
        // The graders are fetched with the first answer: no screen before the lesson player needs them.
        return await (await import('./submit-answer.ts')).submitAnswer(environment, input);
      } finally {
        release();
      }
    },

    assessSelf: ({ userId, exerciseId, attemptId, criteriaMet }) =>
      strict.transact(PROGRESS_TABLES, async () => {
        const { exercise, lesson } = await whereIs(strict, exerciseId);
        const attempt = await strict.attempts.getById(attemptId);
        if (attempt?.userId !== userId || attempt.exerciseId !== exerciseId) {
          throw new NotFound('exerciseAttempts', attemptId);
        }
        await strict.facts.record({
          id: `${userId}/${attemptId}/SELF_ASSESSED`,
          kind: 'SELF_ASSESSED',
          ...{ userId, courseId: lesson.courseId, lessonId: lesson.id, exerciseId, attemptId },
          isRight: isEveryCriterionMet(exercise, criteriaMet),
          criteriaMet: [...new Set(criteriaMet)].sort((a, b) => a - b),
          at: now(),
        });
        return recomputeSnapshot(strict, userId, lesson.courseId);
      }),

    skip: ({ userId, exerciseId }) =>
      strict.transact(PROGRESS_TABLES, async () => {
        const { lesson } = await whereIs(strict, exerciseId);
        const about = { userId, courseId: lesson.courseId, lessonId: lesson.id, exerciseId };
        await strict.facts.record({ id: newId(), kind: 'EXERCISE_SKIPPED', ...about, at: now() });
        return recomputeSnapshot(strict, userId, lesson.courseId);
      }),

    history: async (userId, exerciseId) => (await strict.attempts.getByExercise(userId, exerciseId)).reverse(),

    run: ({ exercise, files, stdin }, events) =>
      runner.run({ language: exercise.language, files, entry: exercise.starter.entry, stdin }, events),
    stop: () => runner.stop(),
    warmUp: (language) => runner.warmUp(language),
    watch: (language, listener) => runner.watch(language, listener),
  };
}

function isEveryCriterionMet(exercise: Exercise, criteriaMet: readonly number[]): boolean {
  if (exercise.type !== 'FREE_FORM' || exercise.answerKey.kind !== 'rubric') {
    throw new TypeError(`the exercise ${exercise.id} is not judged by its learner`);
  }
  return exercise.answerKey.criteria.every((_, index) => criteriaMet.includes(index));
}
