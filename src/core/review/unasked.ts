import type { ReviewCard } from '../../../db/models/review-card.ts';

/** The state of a card that was never graded, all but when it is due. */
export const UNASKED = {
  phase: 'NEW',
  stability: 0,
  difficulty: 0,
  scheduledDays: 0,
  learningSteps: 0,
  reps: 0,
  lapses: 0,
  lastReviewAt: null,
} as const satisfies Partial<ReviewCard>;
