import { BulkViolation } from '../../../db/errors.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { New } from '../../../db/models/row.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { groupBy } from '../../core/group-by.ts';
import { cardsWanted } from '../../core/review/cards-from.ts';
import type { Environment } from '../environment.ts';

/**
 * Brings in the cards that a learner should have by now and has not; a card that is there stays as it is. Told how many
 * were added.
 */
export async function queueCards({ strict }: Environment, userId: Id): Promise<number> {
  const reviews = await strict.reviews();
  const begun = await strict.progress.getAllUserProgress(userId);
  let added = 0;
  for (const { courseId } of begun) {
    const wanted = await wantedIn(strict, userId, courseId);
    const known = new Set((await reviews.getByCourse(userId, courseId)).map(({ id }) => id));
    const missing = wanted.filter(({ id }) => !known.has(id));
    if (missing.length > 0) added += await add(strict, missing);
  }
  return added;
}

/** Another tab may have brought some of them in meanwhile; and the course may be gone. */
async function add(strict: Repositories, missing: readonly New<ReviewCard>[]): Promise<number> {
  const reviews = await strict.reviews();
  try {
    return await strict.transact(['reviewCards'], async () => {
      const there = new Set((await reviews.getMany(missing.map(({ id }) => id))).map(({ id }) => id));
      return (await reviews.saveMany(missing.filter(({ id }) => !there.has(id)))).length;
    });
  } catch (error) {
    if (error instanceof BulkViolation) return 0;
    throw error;
  }
}

async function wantedIn(strict: Repositories, userId: Id, courseId: Id): Promise<readonly New<ReviewCard>[]> {
  const lessons = await strict.lessons.getByCourse(courseId, { publishedOnly: true });
  const exercises = await strict.exercises.getOutlines(lessons.map(({ id }) => id), { includeVariants: true });
  const ofLesson = groupBy(exercises, ({ lessonId }) => lessonId);
  return cardsWanted({
    userId,
    courseId,
    lessons: lessons.map(({ id, objectives }) => ({ id, objectives, exercises: ofLesson.get(id) ?? [] })),
    attempts: await strict.attempts.getByExercises(userId, exercises.map(({ id }) => id)),
    facts: await strict.facts.getByCourse(userId, courseId),
    drafts: await strict.drafts.getByUser(userId),
  });
}
