import type { AnyDump, AnyRow } from './version.ts';

/** A snapshot as versions 2 and 3 have it. */
export interface Snapshot extends AnyRow {
  readonly userId: string;
  readonly courseId: string;
  readonly completedLessonIds: readonly string[];
  readonly completedExerciseIds: readonly string[];
  readonly rectifiedExerciseIds: readonly string[];
  readonly lastActivityAt: number | null;
  readonly updatedAt: number;
}
interface Ordered {
  readonly id: string;
  readonly order: number;
}
type Lesson = Ordered & { readonly courseId: string; readonly isPublished: boolean; readonly deletedAt: number | null };
type Exercise = Ordered & { readonly lessonId: string; readonly isRequired: boolean };
interface Fact {
  readonly userId: string;
  readonly courseId: string;
  readonly lessonId: string;
  readonly kind: string;
  readonly at: number;
}
interface Attempt {
  readonly userId: string;
  readonly exerciseId: string;
  readonly createdAt: number;
}

interface Left {
  readonly lessons: readonly Lesson[];
  readonly exercises: readonly Exercise[];
  readonly learningFacts: readonly Fact[];
  readonly exerciseAttempts: readonly Attempt[];
}

/**
 * A snapshot of a course that lost some of its exercises, as version 2 computes it from the rows that are left, and the
 * facts that keep every finished lesson finished. What is done by exercises that stay was done by their attempts, which
 * stay too.
 */
export function snapshotWithout(old: Snapshot, left: AnyDump): { snapshot: AnyRow; completions: AnyRow[] } {
  const { userId, courseId } = old;
  const around = left as unknown as Partial<Left>;
  const mine = (around.learningFacts ?? []).filter((fact) => fact.userId === userId && fact.courseId === courseId);
  const lessons = (around.lessons ?? [])
    .filter((lesson) => lesson.courseId === courseId && lesson.isPublished && lesson.deletedAt === null)
    .sort(byOrder)
    .map(({ id }) => ({ id, exercises: (around.exercises ?? []).filter(({ lessonId }) => lessonId === id) }));
  const exercises = new Set(lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id)));
  const done = new Set(old.completedExerciseIds.filter((id) => exercises.has(id)));
  const part = (lesson: (typeof lessons)[number]): number => {
    const required = lesson.exercises.filter(({ isRequired }) => isRequired);
    return required.length === 0 ? 0 : required.filter(({ id }) => done.has(id)).length / required.length;
  };
  const goneBy = new Set(mine.filter(({ kind }) => kind === 'LESSON_COMPLETED').map(({ lessonId }) => lessonId));
  const toKeep = lessons.filter((one) => old.completedLessonIds.includes(one.id) && part(one) < 1 && !goneBy.has(one.id));
  const completions = toKeep.map(({ id }) => lessonCompleted(old, id));
  const finished = lessons.filter((one) => old.completedLessonIds.includes(one.id) || part(one) === 1);
  const parts: number[] = lessons.map((lesson) => (finished.includes(lesson) ? 1 : part(lesson)));
  const sum = parts.reduce((total, one) => total + one, 0);
  const times = [
    ...(around.exerciseAttempts ?? [])
      .filter((attempt) => attempt.userId === userId && exercises.has(attempt.exerciseId))
      .map(({ createdAt }) => createdAt),
    ...[...mine, ...completions].map(({ at }) => at),
  ];
  const snapshot = {
    ...old,
    completedLessonIds: finished.map(({ id }) => id),
    completedExerciseIds: [...done],
    rectifiedExerciseIds: old.rectifiedExerciseIds.filter((id) => done.has(id)),
    totals: { lessons: lessons.length, exercises: exercises.size },
    completionPercentage: lessons.length === 0 ? 0 : finished.length === lessons.length ? 100 : (100 * sum) / lessons.length,
    lastActivityAt: times.length === 0 ? null : times.reduce((latest, time) => Math.max(latest, time)),
  };
  return { snapshot, completions };
}

const lessonCompleted = ({ userId, courseId, lastActivityAt, updatedAt }: Snapshot, lessonId: string): Fact & AnyRow => ({
  id: `${userId}/${lessonId}/LESSON_COMPLETED`,
  kind: 'LESSON_COMPLETED',
  userId,
  courseId,
  lessonId,
  exerciseId: null,
  at: lastActivityAt ?? updatedAt,
});

const byOrder = (a: Ordered, b: Ordered): number => a.order - b.order || (a.id < b.id ? -1 : Number(a.id > b.id));
