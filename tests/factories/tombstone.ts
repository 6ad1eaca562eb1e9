import { tombstoneId } from '../../db/models/ids.ts';
import type { Tombstone } from '../../db/models/tombstone.ts';

/** Of a learner, unless it is given a course. */
export const makeTombstone = (own: Partial<Omit<Tombstone, 'id'>> & Pick<Tombstone, 'userId'>): Tombstone => ({
  id: tombstoneId(own.userId, own.courseId ?? null),
  courseId: null,
  erasedAt: Date.UTC(2026, 10, 22, 9),
  ...own,
});
