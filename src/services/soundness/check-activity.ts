import type { Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { ACTIVITY_TABLES, countedDays } from '../activity.ts';
import { isSame } from '../journal/verify.ts';
import type { Problem } from './finding.ts';

/** Whether a learner's days of activity are what counting their attempts gives. Null: they are. In one moment's view. */
export async function checkActivity(strict: Repositories, userId: Id): Promise<Problem | null> {
  const activity = await strict.activity();
  return strict.read(ACTIVITY_TABLES, async () => {
    const stored = (await activity.getAll(userId)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const isTrue = isSame(stored, await countedDays(strict, userId));
    return isTrue ? null : { kind: 'activity', table: 'activityDays', id: userId };
  });
}
