import type { ExerciseMark } from '../../services/views.ts';
import type { Mark } from '../../ui/progress-mark.tsx';

export type LessonKind = 'code' | 'questions' | 'reading';

/** What one does in a lesson: the most active thing it asks for. */
export function lessonKind(exercises: readonly ExerciseMark[]): LessonKind {
  if (exercises.some(({ type }) => type === 'CODE_COMPLETION' || type === 'FIX_BUG')) return 'code';
  return exercises.length > 0 ? 'questions' : 'reading';
}

/** A lesson is begun once one of its exercises was touched. */
export function lessonMark(isDone: boolean, exercises: readonly ExerciseMark[]): Mark {
  if (isDone) return 'done';
  return exercises.some(({ status }) => status !== 'NOT_STARTED') ? 'begun' : 'todo';
}

/** How many exercises are done. */
export const exercisesDone = (exercises: readonly ExerciseMark[]): number =>
  exercises.filter(({ status }) => status === 'COMPLETED').length;
