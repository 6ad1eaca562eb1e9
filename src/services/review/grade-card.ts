import { ForeignKeyViolation, NotFound } from '../../../db/errors.ts';
import type { Id } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { GradedLog } from '../../../db/models/review-log.ts';
import type { ReviewRepository } from '../../../db/repositories/review-repository.ts';
import { gradedAt, replay } from '../../core/review/schedule.ts';
import { fail, type Result } from '../../core/result.ts';
import type { Environment } from '../environment.ts';
import { attemptWrite } from '../failures.ts';
import { courseSettings } from './course-settings.ts';
import { closeReviewDraft, reopenReviewDraft } from './review-drafts.ts';
import type { Graded, GradeInput, ReviewFailure } from './review-service.ts';

const TABLES = ['reviewCards', 'reviewLogs', 'exerciseAttempts', 'settings'] as const;

export async function gradeCard(environment: Environment, { cardId, exerciseId, grade, attemptId }: GradeInput): Promise<Result<Graded, ReviewFailure>> {
  const { strict, newId, now } = environment;
  const reviews = await strict.reviews();
  return orNotFound(() =>
    strict.transact(TABLES, async () => {
      const card = await cardOf(reviews, cardId);
      const { userId, courseId } = card;
      const log: GradedLog = { id: newId(), kind: 'GRADED', userId, courseId, cardId, attemptId, grade, at: gradedAt(card, now()) };
      await reviews.record(log);
      await closeReviewDraft(strict, userId, exerciseId);
      return { card: await replayed(environment, reviews, card), log, exerciseId };
    }),
  );
}

export async function undoGrade(environment: Environment, { log, exerciseId }: Graded): Promise<Result<ReviewCard, ReviewFailure>> {
  const { strict, newId, now } = environment;
  const reviews = await strict.reviews();
  const { userId, courseId, cardId } = log;
  return orNotFound(() =>
    strict.transact(TABLES, async () => {
      const card = await cardOf(reviews, cardId);
      await reviews.record({ id: newId(), kind: 'UNDONE', userId, courseId, cardId, logId: log.id, at: Math.max(now(), log.at) });
      await reopenReviewDraft(strict, userId, exerciseId);
      return replayed(environment, reviews, card);
    }),
  );
}

export async function suspendCard({ strict }: Environment, cardId: Id, isSuspended: boolean): Promise<Result<ReviewCard, ReviewFailure>> {
  const reviews = await strict.reviews();
  return orNotFound(() =>
    strict.transact(['reviewCards'], async () => reviews.save({ ...(await cardOf(reviews, cardId)), isSuspended })),
  );
}

/** From its logs, so that a card which another device or a restored copy has left behind catches up as well. */
async function replayed({ strict }: Environment, reviews: ReviewRepository, card: ReviewCard): Promise<ReviewCard> {
  const settings = await courseSettings(strict, card.userId, card.courseId);
  return reviews.save(replay(card, await reviews.getLogsByCard(card.id), settings));
}

async function cardOf(reviews: ReviewRepository, cardId: Id): Promise<ReviewCard> {
  const card = await reviews.getById(cardId);
  if (card === null) throw new NotFound('reviewCards', cardId);
  return card;
}

/** The card went, or the answer that was graded did. */
async function orNotFound<T>(write: () => Promise<T>): Promise<Result<T, ReviewFailure>> {
  try {
    return await attemptWrite(write);
  } catch (error) {
    if (error instanceof NotFound || error instanceof ForeignKeyViolation) return fail({ type: 'NotFound' });
    throw error;
  }
}
