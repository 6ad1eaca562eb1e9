import type { Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { Result } from '../../core/result.ts';
import { reviewSettings, type ReviewSettings } from '../../core/review/settings.ts';
import { attemptWrite, type WriteFailure } from '../failures.ts';

const key = (courseId: Id): string => `review/${courseId}`;

export const courseSettings = async ({ settings }: Repositories, userId: Id, courseId: Id): Promise<ReviewSettings> =>
  reviewSettings((await settings.get(userId, key(courseId)))?.value);

export const changeCourseSettings = (
  strict: Repositories,
  userId: Id,
  courseId: Id,
  patch: Partial<ReviewSettings>,
): Promise<Result<ReviewSettings, WriteFailure>> =>
  attemptWrite(() =>
    strict.transact(['settings'], async () => {
      const changed = reviewSettings({ ...(await courseSettings(strict, userId, courseId)), ...patch });
      await strict.settings.set(userId, key(courseId), { ...changed });
      return changed;
    }),
  );
