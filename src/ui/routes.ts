import type { Id } from '../../db/models/ids.ts';

/** Where links go. An id is encoded: it may hold what an address would misread. */
export const href = {
  home: '#/',
  library: '#/library',
  add: '#/add',
  data: '#/data',
  restore: '#/restore',
  settings: '#/settings',
  review: '#/review',
  reviewSession: '#/review/session',
  course: (courseId: Id): string => `#/course/${encodeURIComponent(courseId)}`,
  lesson: (lessonId: Id, exerciseId: Id | null = null): string =>
    `#/learn/${[lessonId, ...(exerciseId === null ? [] : [exerciseId])].map(encodeURIComponent).join('/')}`,
} as const;

/** Goes where a link would have gone. */
export function navigate(to: string): void {
  window.location.hash = to;
}
