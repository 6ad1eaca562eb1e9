import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { Json } from '../../db/models/row.ts';
import type { Repositories } from '../../db/repositories.ts';

/** A new version of a course that made a learner's percentage fall: they are told (R8). Percentages are 0–100. */
export interface CourseChange {
  readonly version: string;
  readonly percentageBefore: number;
  readonly percentageAfter: number;
  readonly at: EpochMs;
}

/**
 * Kept until the learner has seen it; nothing is kept when nothing fell. One change upon another that was not seen yet
 * counts from the percentage the learner knows; one that gives all of it back leaves nothing to tell.
 */
export async function noteChange(
  repositories: Repositories,
  version: string,
  before: ProgressSnapshot,
  after: ProgressSnapshot,
): Promise<void> {
  const { userId, courseId, completionPercentage: percentageAfter, updatedAt: at } = after;
  const unseen = await readChange(repositories, userId, courseId);
  if (unseen === null && percentageAfter >= before.completionPercentage) return;
  const percentageBefore = Math.max(before.completionPercentage, unseen?.percentageBefore ?? 0);
  if (percentageAfter >= percentageBefore) {
    await dismissChange(repositories, userId, courseId);
    return;
  }
  const change: CourseChange = { version, percentageBefore, percentageAfter, at };
  await repositories.settings.set(userId, keyOf(courseId), change as unknown as Json);
}

export async function readChange(repositories: Repositories, userId: Id, courseId: Id): Promise<CourseChange | null> {
  const stored = await repositories.settings.get(userId, keyOf(courseId));
  // Written by `noteChange` and `dismissChange` alone.
  return (stored?.value ?? null) as unknown as CourseChange | null;
}

export async function dismissChange(repositories: Repositories, userId: Id, courseId: Id): Promise<void> {
  await repositories.settings.set(userId, keyOf(courseId), null);
}

const keyOf = (courseId: Id): string => `courseChange/${courseId}`;
