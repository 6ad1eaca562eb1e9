import { also, between, count, fields, flag, nullable, oneOf, time, words } from '../checks.ts';
import { ReviewPhase } from '../models/enums.ts';
import { reviewCardId } from '../models/ids.ts';
import type { ReviewCard } from '../models/review-card.ts';
import { row, timestamps } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

const share = between(0, Number.MAX_SAFE_INTEGER);

export const reviewCardRules: TableRules<ReviewCard> = {
  shape: also(
    fields<ReviewCard>({
      ...row,
      ...timestamps,
      userId: words,
      courseId: words,
      lessonId: words,
      objectiveId: nullable(words),
      exerciseId: nullable(words),
      phase: oneOf(ReviewPhase),
      due: time,
      stability: share,
      difficulty: between(0, 10),
      scheduledDays: share,
      learningSteps: count,
      reps: count,
      lapses: count,
      lastReviewAt: nullable(time),
      isSuspended: flag,
    }),
    'objectiveId',
    'must be there where there is no exercise, and nowhere else',
    (card) => (card.objectiveId === null) !== (card.exerciseId === null),
  ),
  times: 'created and updated',
  isImmutable: false,
  unique: [],
  references: [
    ownedBy('[userId+isLive+due]'),
    { field: 'courseId', to: 'courses', idOf: (card) => card.courseId, onErase: 'refuse' },
    { field: 'lessonId', to: 'lessons', idOf: (card) => card.lessonId, index: 'lessonId', onErase: 'refuse' },
    { field: 'exerciseId', to: 'exercises', idOf: (card) => card.exerciseId, index: 'exerciseId', onErase: 'refuse' },
  ],
  idOf: (card) => reviewCardId(card.userId, card),
  hidden: (card) => ({ isLive: card.isSuspended ? 0 : 1 }),
};
