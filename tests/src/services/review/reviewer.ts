import type { CourseBundle } from '../../../../src/packs/course-bundle.ts';
import type { ReviewService } from '../../../../src/services/review/review-service.ts';
import { makeExercise } from '../../../factories/exercise.ts';
import { makeBundle, type BundlePlan } from '../bundle.ts';
import { answerTrueFalse } from '../learner.ts';
import { freshDevice, signUp, type Device } from '../set-up.ts';

export interface Reviewer extends Device {
  readonly userId: string;
  readonly reviews: ReviewService;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Lessons whose exercises ask for its objective `o1`; the first of each has a variant, `<id>~`. */
export function reviewable(plan: BundlePlan = {}): CourseBundle {
  const bundle = makeBundle(plan);
  const objectives = ['o1'];
  const variants = bundle.exercises.filter(({ order }) => order === 1).map(({ id, lessonId }) => ({
    ...makeExercise('TRUE_FALSE', { lessonId }),
    ...{ id: `${id}~`, order: 90, isRequired: false, variantOf: id, objectives },
  }));
  return {
    ...bundle,
    lessons: bundle.lessons.map((lesson) => ({ ...lesson, objectives: [{ id: 'o1', text: `to know ${lesson.id}` }] })),
    exercises: [...bundle.exercises.map((exercise) => ({ ...exercise, objectives })), ...variants],
  };
}

/** A learner on a device with such a course, who did nothing yet. */
export async function reviewer(plan: BundlePlan = {}): Promise<Reviewer> {
  const device = await freshDevice();
  await device.services.courses.install(reviewable(plan));
  const { id: userId } = await signUp(device);
  return { ...device, userId, reviews: await device.services.reviews() };
}

/** Lesson a done with its second exercise missed at first; a day has passed since. */
export async function withDue(plan: BundlePlan = {}): Promise<Reviewer> {
  const learner = await reviewer(plan);
  await answerTrueFalse(learner, learner.userId, 'a1', true);
  await answerTrueFalse(learner, learner.userId, 'a2', false);
  await answerTrueFalse(learner, learner.userId, 'a2', true);
  learner.clock.now += DAY;
  return learner;
}
