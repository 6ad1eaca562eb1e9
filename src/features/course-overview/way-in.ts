import type { Id } from '../../../db/models/ids.ts';
import type { CourseOverview } from '../../services/views.ts';

export interface WayIn {
  readonly kind: 'start' | 'continue' | 'again';
  readonly lessonId: Id;
}

/** Where the one button leads: the current lesson if it is open, else the first open one; null without lessons. */
export function wayIn({ lessons, currentLessonId, summary }: CourseOverview): WayIn | null {
  const first = lessons[0];
  if (first === undefined) return null;
  const open = lessons.filter(({ isDone }) => !isDone);
  const next = open.find(({ lesson }) => lesson.id === currentLessonId) ?? open[0];
  if (next === undefined) return { kind: 'again', lessonId: first.lesson.id };
  return { kind: summary.progress === null ? 'start' : 'continue', lessonId: next.lesson.id };
}
