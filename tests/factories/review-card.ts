import { reviewCardId, type Id } from '../../db/models/ids.ts';
import type { ReviewCard } from '../../db/models/review-card.ts';
import type { New } from '../../db/models/row.ts';

interface About {
  readonly userId: Id;
  readonly courseId: Id;
  readonly lessonId: Id;
}
type State = Partial<Omit<New<ReviewCard>, keyof About | 'id' | 'objectiveId' | 'exerciseId'>>;

const NEW: Required<State> = {
  phase: 'NEW',
  due: Date.UTC(2026, 10, 22, 9),
  stability: 0,
  difficulty: 0,
  scheduledDays: 0,
  learningSteps: 0,
  reps: 0,
  lapses: 0,
  lastReviewAt: null,
  isSuspended: false,
};

/** One that was never asked. */
export const makeExerciseCard = ({ exerciseId, ...own }: About & State & { readonly exerciseId: Id }): New<ReviewCard> => ({
  id: reviewCardId(own.userId, { exerciseId }),
  ...NEW,
  ...own,
  objectiveId: null,
  exerciseId,
});

/** One that was never asked. */
export const makeObjectiveCard = ({ objectiveId, ...own }: About & State & { readonly objectiveId: string }): New<ReviewCard> => ({
  id: reviewCardId(own.userId, { lessonId: own.lessonId, objectiveId }),
  ...NEW,
  ...own,
  objectiveId,
  exerciseId: null,
});
