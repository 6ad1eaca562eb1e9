import type { ActivityDay } from '../../db/models/activity-day.ts';
import { activityDayId } from '../../db/models/ids.ts';

/** A day with one answer, which was right. */
export const makeActivityDay = (own: Partial<Omit<ActivityDay, 'id'>> & Pick<ActivityDay, 'userId' | 'courseId'>): ActivityDay => {
  const day = { day: '2026-11-22', attempts: 1, passed: 1, reviews: 0, activeMs: 1_000, ...own };
  return { id: activityDayId(day.userId, day.courseId, day.day), ...day };
};
