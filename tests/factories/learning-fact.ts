import { lessonCompletedId } from '../../db/models/ids.ts';
import type { EpochMs, Id } from '../../db/models/ids.ts';
import type { LearningFact } from '../../db/models/learning-fact.ts';
import { newId } from './seed.ts';

interface About {
  readonly userId: Id;
  readonly courseId: Id;
  readonly lessonId: Id;
  readonly at?: EpochMs;
}
const AT = Date.UTC(2026, 10, 22, 9);

export const makeLessonCompleted = (about: About): LearningFact => ({
  id: lessonCompletedId(about.userId, about.lessonId),
  kind: 'LESSON_COMPLETED',
  exerciseId: null,
  at: AT,
  ...about,
});

export const makeSkip = (about: About & { readonly exerciseId: Id }): LearningFact => ({
  id: newId(),
  kind: 'EXERCISE_SKIPPED',
  at: AT,
  ...about,
});

/** The learner judged the answer right. */
export const makeSelfAssessment = (about: About & { readonly exerciseId: Id; readonly attemptId: Id }): LearningFact => ({
  id: newId(),
  kind: 'SELF_ASSESSED',
  isRight: true,
  criteriaMet: [0, 1],
  at: AT,
  ...about,
});
