import { DraftTakenOver } from '../errors.ts';
import { deleteRows } from '../integrity.ts';
import type { Draft } from '../models/draft.ts';
import { draftId } from '../models/ids.ts';
import type { Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import type { Session } from '../transaction.ts';
import { startingWith } from '../ranges.ts';
import { putOne } from './writing.ts';

export interface DraftRepository {
  get(userId: Id, exerciseId: Id): Promise<Draft | null>;
  /** Newest first. */
  getByUser(userId: Id, limit?: number): Promise<Draft[]>;
  /** Throws DraftTakenOver, and writes nothing, where another writer owns the draft (R17). */
  save(draft: New<Draft>): Promise<Draft>;
  /** Makes this writer the owner; null where nothing was typed yet: then the first to save owns it. */
  claim(userId: Id, exerciseId: Id, writerId: string): Promise<Draft | null>;
  /** Removing what is not there changes nothing. */
  remove(userId: Id, exerciseId: Id): Promise<void>;
}

export function createDraftRepository(session: Session): DraftRepository {
  const drafts = session.db.rows('drafts');

  return {
    get: (userId, exerciseId) => session.query(async () => (await drafts.get(draftId(userId, exerciseId))) ?? null),
    getByUser: (userId, limit = Infinity) =>
      session.query(() => {
        const newest = drafts.where('[userId+updatedAt]').between(...startingWith(userId)).reverse();
        return (limit === Infinity ? newest : newest.limit(limit)).toArray();
      }),
    save: (draft) =>
      session.write(['drafts'], async () => {
        const stored = await drafts.get(draft.id);
        if (stored !== undefined && stored.writerId !== draft.writerId) throw new DraftTakenOver(draft.id, stored.writerId);
        return putOne(session, 'drafts', draft);
      }),
    claim: (userId, exerciseId, writerId) =>
      session.write(['drafts'], async () => {
        const stored = await drafts.get(draftId(userId, exerciseId));
        return stored === undefined ? null : putOne(session, 'drafts', { ...stored, writerId });
      }),
    remove: (userId, exerciseId) => session.write(['drafts'], () => deleteRows(session, 'drafts', [draftId(userId, exerciseId)])),
  };
}
