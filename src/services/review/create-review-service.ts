import type { Environment } from '../environment.ts';
import { draftOpener } from '../draft-service.ts';
import { attemptWrite } from '../failures.ts';
import { changeCourseSettings } from './course-settings.ts';
import { gradeCard, suspendCard, undoGrade } from './grade-card.ts';
import { queueCards } from './queue-cards.ts';
import { askingsDue, readContent, readDue, toItems } from './read-askings.ts';
import { readOverview } from './read-overview.ts';
import { readReviewDraft, reviewDrafts } from './review-drafts.ts';
import type { ReviewService } from './review-service.ts';

/** Made once, when a screen first asks for reviews: drafts that are open are told from each other by it. */
export function createReviewService(environment: Environment): ReviewService {
  /** A full disk keeps nobody from what is there already. */
  const queue = (userId: string) => attemptWrite(() => queueCards(environment, userId));

  return {
    async due(userId) {
      await queue(userId);
      const session = await askingsDue(environment, await readDue(environment, userId));
      return { count: session.askings.length + session.left, minutes: session.minutes };
    },
    async overview(userId) {
      await queue(userId);
      return readOverview(environment, userId);
    },
    async session(userId) {
      await queue(userId);
      const reading = await readDue(environment, userId);
      const session = await askingsDue(environment, reading);
      const items = await toItems(environment, reading, session.askings);
      return { items, count: items.length + session.left, minutes: session.minutes, left: session.left };
    },
    async ask(userId, cardIds) {
      const reviews = await environment.strict.reviews();
      const reading = await readContent(environment, userId, await reviews.getMany(cardIds));
      return toItems(environment, reading, reading.askings);
    },
    grade: (input) => gradeCard(environment, input),
    undo: (graded) => undoGrade(environment, graded),
    suspend: (cardId, isSuspended) => suspendCard(environment, cardId, isSuspended),
    changeSettings: (userId, courseId, patch) => changeCourseSettings(environment.strict, userId, courseId, patch),
    drafts: {
      open: draftOpener(environment, reviewDrafts(environment)),
      watch: (userId, exerciseId) => readReviewDraft(environment.strict, userId, exerciseId),
    },
  };
}
