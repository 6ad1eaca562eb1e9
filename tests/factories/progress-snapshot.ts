import { snapshotId } from '../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../db/models/progress-snapshot.ts';
import type { New } from '../../db/models/row.ts';

/** Of a learner who has done nothing yet. */
export const makeSnapshot = (
  own: Partial<New<ProgressSnapshot>> & Pick<ProgressSnapshot, 'userId' | 'courseId'>,
): New<ProgressSnapshot> => ({
  id: snapshotId(own.userId, own.courseId),
  currentLessonId: null,
  completedLessonIds: [],
  completedExerciseIds: [],
  rectifiedExerciseIds: [],
  totals: { lessons: 0, exercises: 0 },
  completionPercentage: 0,
  lastActivityAt: null,
  ...own,
});
