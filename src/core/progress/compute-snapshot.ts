import { snapshotId, type EpochMs, type Id } from '../../../db/models/ids.ts';
import type { LearningFact } from '../../../db/models/learning-fact.ts';
import type { ProgressSnapshot } from '../../../db/models/progress-snapshot.ts';
import { groupBy } from '../group-by.ts';
import { completionPercentage } from './completion-percentage.ts';
import { isCompleted, isRectified, type AttemptMark, type ExerciseHistory } from './exercise-status.ts';
import type { Outline, OutlineLesson } from './outline.ts';

export interface SnapshotSource {
  readonly userId: Id;
  readonly outline: Outline;
  /** The learner's, at the outline's exercises; in any order. */
  readonly attempts: readonly AttemptMark[];
  /** The learner's, in this course; in any order. */
  readonly facts: readonly LearningFact[];
  /** The learner's choice, the one thing that is not computed. */
  readonly currentLessonId: Id | null;
}

/** A snapshot as it is computed: the data layer adds its times. */
export type ComputedSnapshot = Omit<ProgressSnapshot, 'createdAt' | 'updatedAt'>;

/** Where the learner stands, computed from all they did (R9). */
export function computeSnapshot(source: SnapshotSource): ComputedSnapshot {
  const { userId, outline, facts, attempts } = source;
  const historyOf = historiesByExercise(attempts, facts);
  const exercises = outline.lessons.flatMap((lesson) => lesson.exercises.map((exercise) => exercise.id));
  const done = exercises.filter((id) => isCompleted(historyOf(id)));
  const lessonsDone = completedLessons(outline.lessons, new Set(done), facts);
  return {
    id: snapshotId(userId, outline.courseId),
    userId,
    courseId: outline.courseId,
    currentLessonId: source.currentLessonId,
    completedLessonIds: lessonsDone,
    completedExerciseIds: done,
    rectifiedExerciseIds: done.filter((id) => isRectified(historyOf(id))),
    totals: { lessons: outline.lessons.length, exercises: exercises.length },
    completionPercentage: completionPercentage(outline.lessons, new Set(lessonsDone), new Set(done)),
    lastActivityAt: newest([...attempts.map(({ createdAt }) => createdAt), ...facts.map(({ at }) => at)]),
  };
}

/** The part of a history that belongs to one exercise. */
export function historiesByExercise(
  attempts: readonly AttemptMark[],
  facts: readonly LearningFact[],
): (exerciseId: Id) => ExerciseHistory {
  const attemptsBy = groupBy(attempts, (attempt) => attempt.exerciseId);
  const factsBy = groupBy(facts, (fact) => fact.exerciseId);
  return (id) => ({ attempts: attemptsBy.get(id) ?? [], facts: factsBy.get(id) ?? [] });
}

/** Done: the learner went past it, or every required exercise is done and there is one. */
function completedLessons(
  lessons: readonly OutlineLesson[],
  done: ReadonlySet<Id>,
  facts: readonly LearningFact[],
): Id[] {
  const passedBy = new Set(facts.filter((fact) => fact.kind === 'LESSON_COMPLETED').map((fact) => fact.lessonId));
  return lessons
    .filter(({ id, exercises }) => {
      const required = exercises.filter((exercise) => exercise.isRequired);
      return passedBy.has(id) || (required.length > 0 && required.every((exercise) => done.has(exercise.id)));
    })
    .map((lesson) => lesson.id);
}

const newest = (times: readonly EpochMs[]): EpochMs | null =>
  times.reduce<EpochMs | null>((latest, time) => (latest === null || time > latest ? time : latest), null);
