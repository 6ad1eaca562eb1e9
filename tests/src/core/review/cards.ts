import fc from 'fast-check';
import type { ReviewCard } from '../../../../db/models/review-card.ts';
import type { GradedLog, ReviewGrade, ReviewLog } from '../../../../db/models/review-log.ts';

export const DAY = 86_400_000;
export const NOON = Date.UTC(2026, 10, 23, 12);

/** A card of an objective that was never asked, due at noon. */
export const newCard = (own: Partial<ReviewCard> = {}): ReviewCard => ({
  id: 'ada/lesson#o1',
  userId: 'ada',
  courseId: 'course',
  lessonId: 'lesson',
  objectiveId: 'o1',
  exerciseId: null,
  phase: 'NEW',
  due: NOON,
  stability: 0,
  difficulty: 0,
  scheduledDays: 0,
  learningSteps: 0,
  reps: 0,
  lapses: 0,
  lastReviewAt: null,
  isSuspended: false,
  createdAt: NOON - DAY,
  updatedAt: NOON - DAY,
  ...(own as Partial<ReviewCard & { objectiveId: string; exerciseId: null }>),
});

/** A card that waits for its next review. */
export const reviewCard = (own: Partial<ReviewCard> = {}): ReviewCard =>
  newCard({ phase: 'REVIEW', stability: 10, difficulty: 5, scheduledDays: 10, reps: 3, lastReviewAt: NOON - 10 * DAY, ...own });

export const gradedLog = (own: Partial<GradedLog> & Pick<GradedLog, 'id' | 'at'>): GradedLog => ({
  kind: 'GRADED',
  userId: 'ada',
  courseId: 'course',
  cardId: 'ada/lesson#o1',
  attemptId: null,
  grade: 3,
  ...own,
});

export const undoneLog = (own: { readonly id: string; readonly at: number; readonly logId: string }): ReviewLog => ({
  kind: 'UNDONE',
  userId: 'ada',
  courseId: 'course',
  cardId: 'ada/lesson#o1',
  ...own,
});

export const anyGrade = fc.constantFrom<ReviewGrade>(1, 2, 3, 4);

/** Up to 25 grades of one card, seconds to months apart. */
export const anyLogs: fc.Arbitrary<readonly GradedLog[]> = fc
  .array(fc.record({ grade: anyGrade, wait: fc.oneof(fc.nat(60_000), fc.nat(DAY), fc.nat(200 * DAY)) }), { maxLength: 25 })
  .map((steps) => {
    let at = NOON;
    return steps.map(({ grade, wait }, i) => gradedLog({ id: String(i).padStart(4, '0'), at: (at += wait), grade }));
  });

export const anySchedule = fc.record({
  retention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  maximumIntervalDays: fc.oneof(fc.constant(36_500), fc.integer({ min: 1, max: 400 })),
});
