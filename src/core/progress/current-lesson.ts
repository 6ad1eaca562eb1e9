import type { Id } from '../../../db/models/ids.ts';

/**
 * R7: the lesson the learner chose if it is still published, else the first unfinished one, else the first; null
 * without lessons. `published` stands in course order.
 */
export function currentLesson<L extends { readonly id: Id }>(
  published: readonly L[],
  chosenId: Id | null,
  completedIds: readonly Id[],
): L | null {
  return (
    published.find((lesson) => lesson.id === chosenId) ??
    published.find((lesson) => !completedIds.includes(lesson.id)) ??
    published[0] ??
    null
  );
}

/** R10: the next published lesson behind `from`, which may itself be removed or unpublished by now. */
export const nextLesson = <L extends { readonly order: number }>(
  published: readonly L[],
  from: { readonly order: number },
): L | null => published.find((lesson) => lesson.order > from.order) ?? null;
