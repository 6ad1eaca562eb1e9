import { snapshotId, type Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { computeSnapshot } from '../../core/progress/compute-snapshot.ts';
import { isSame } from '../journal/verify.ts';
import { PROGRESS_TABLES, readCourseRecord } from '../recompute-snapshot.ts';
import type { Problem } from './finding.ts';

export type Pair = readonly [userId: Id, courseId: Id];

/** R9: whether a learner's snapshot of a course is what recomputing it gives. Null: it is. Each pair in one moment's view. */
export function checkSnapshot(strict: Repositories, [userId, courseId]: Pair): Promise<Problem | null> {
  return strict.read(PROGRESS_TABLES, async () => {
    if ((await strict.users.getById(userId, { includeDeleted: true })) === null) return null;
    if ((await strict.courses.getById(courseId, { includeDeleted: true })) === null) return null;
    const stored = await strict.progress.getUserProgress(userId, courseId);
    const record = await readCourseRecord(strict, userId, courseId);
    const isNothing = record.attempts.length + record.facts.length === 0;
    if (stored === null && isNothing) return null;
    const currentLessonId = stored?.currentLessonId ?? null;
    const computed = computeSnapshot({ ...record, userId, currentLessonId });
    if (stored !== null) {
      // The times say when it was written, not what of.
      const { createdAt, updatedAt } = stored;
      if (isSame(stored, { ...computed, createdAt, updatedAt })) return null;
    }
    return { kind: 'snapshot', table: 'progressSnapshots', id: snapshotId(userId, courseId), userId, courseId };
  });
}
