import type { Id } from '../models/ids.ts';
import { tombstoneId } from '../models/ids.ts';
import type { Tombstone } from '../models/tombstone.ts';
import type { Session } from '../transaction.ts';

/** Written by erasing alone; `undoErase` takes them away again. */
export interface TombstoneRepository {
  /** `courseId` null: of the learner themself. */
  get(userId: Id, courseId: Id | null): Promise<Tombstone | null>;
  getByUser(userId: Id): Promise<Tombstone[]>;
  getAll(): Promise<Tombstone[]>;
}

export function createTombstoneRepository(session: Session): TombstoneRepository {
  const tombstones = session.db.rows('tombstones');

  return {
    get: (userId, courseId) => session.query(async () => (await tombstones.get(tombstoneId(userId, courseId))) ?? null),
    getByUser: (userId) => session.query(() => tombstones.where('userId').equals(userId).toArray()),
    getAll: () => session.query(() => tombstones.toArray()),
  };
}
