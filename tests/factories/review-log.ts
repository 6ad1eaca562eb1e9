import type { ReviewCard } from '../../db/models/review-card.ts';
import type { GradedLog, UndoneLog } from '../../db/models/review-log.ts';
import { newId } from './seed.ts';

type Card = Pick<ReviewCard, 'id' | 'userId' | 'courseId'>;

/** A card that was recalled well, without an answer. */
export const makeGrade = ({ id: cardId, userId, courseId }: Card, own: Partial<GradedLog> = {}): GradedLog => ({
  id: newId(),
  kind: 'GRADED',
  ...{ userId, courseId, cardId },
  attemptId: null,
  grade: 3,
  at: Date.UTC(2026, 10, 22, 9),
  ...own,
});

export const makeUndo = ({ id: logId, userId, courseId, cardId, at }: GradedLog): UndoneLog => ({
  ...{ id: newId(), kind: 'UNDONE', userId, courseId, cardId, logId },
  at: at + 1,
});
