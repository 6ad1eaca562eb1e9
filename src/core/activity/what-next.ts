import type { EpochMs, Id, LocalDay } from '../../../db/models/ids.ts';
import { daysBetween } from './local-day.ts';
import type { Stuck } from './stuck.ts';

/** Where a learner stands in one course that they have begun, or may begin. */
export interface CourseStanding {
  readonly courseId: Id;
  /** The current lesson; null: the course is done. */
  readonly lesson: { readonly lessonId: Id; readonly isBegun: boolean; readonly done: number; readonly required: number } | null;
  readonly stuck: Stuck | null;
  /** The local day of the newest attempt or fact; null before the first. */
  readonly lastDay: LocalDay | null;
  readonly lastActivityAt: EpochMs | null;
}

export interface Standing {
  readonly today: LocalDay;
  /** What `buildSession` would ask now. */
  readonly review: { readonly count: number; readonly minutes: number };
  readonly courses: readonly CourseStanding[];
}

/** Something to do, and why: the words are the screen's. */
export type Suggestion =
  | { readonly action: 'REVIEW'; readonly reason: 'DUE'; readonly params: { readonly count: number; readonly minutes: number } }
  | LessonSuggestion<'CONTINUE', 'BEGUN', { readonly done: number; readonly required: number }>
  | LessonSuggestion<'CONTINUE', 'LEFT', { readonly done: number; readonly required: number; readonly days: number }>
  | LessonSuggestion<'BEGIN', 'NEXT', { readonly required: number }>
  | (LessonSuggestion<'TRY_AGAIN', 'STUCK', { readonly tries: number }> & { readonly exerciseId: Id });

interface LessonSuggestion<Action extends string, Reason extends string, Params> {
  readonly action: Action;
  readonly reason: Reason;
  readonly courseId: Id;
  readonly lessonId: Id;
  readonly params: Params;
}

/**
 * What to do, the first first: a lesson begun today or yesterday is gone on with, since nobody likes to be torn from it;
 * then what is due in review; then an exercise that beat the learner on an earlier day, for rested eyes; then a lesson
 * left lying; then the next one. Within each, the course worked at last comes first. Empty: all is done.
 */
export function whatNext({ today, review, courses }: Standing): readonly Suggestion[] {
  const recent = [...courses].sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0) || (a.courseId < b.courseId ? -1 : 1));
  const lessons = recent.flatMap((course) => lessonSuggestion(course, today));
  const due: Suggestion[] = review.count > 0 ? [{ action: 'REVIEW', reason: 'DUE', params: review }] : [];
  const stuck = recent.flatMap(({ courseId, stuck }): Suggestion[] => {
    if (stuck === null || stuck.lastDay >= today) return [];
    const { lessonId, exerciseId, tries } = stuck;
    return [{ action: 'TRY_AGAIN', reason: 'STUCK', courseId, lessonId, exerciseId, params: { tries } }];
  });
  const because = (reason: Suggestion['reason']) => lessons.filter((lesson) => lesson.reason === reason);
  return [...because('BEGUN'), ...due, ...stuck, ...because('LEFT'), ...because('NEXT')];
}

function lessonSuggestion({ courseId, lesson, lastDay }: CourseStanding, today: LocalDay): Suggestion[] {
  if (lesson === null) return [];
  const { lessonId, isBegun, done, required } = lesson;
  if (!isBegun || lastDay === null) return [{ action: 'BEGIN', reason: 'NEXT', courseId, lessonId, params: { required } }];
  const days = daysBetween(lastDay, today);
  return days <= 1
    ? [{ action: 'CONTINUE', reason: 'BEGUN', courseId, lessonId, params: { done, required } }]
    : [{ action: 'CONTINUE', reason: 'LEFT', courseId, lessonId, params: { done, required, days } }];
}
