import { deleteRows } from '../integrity.ts';
import type { Bookmark } from '../models/bookmark.ts';
import { bookmarkId, type Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import { startingWith } from '../ranges.ts';
import type { Session } from '../transaction.ts';
import { insertOne } from './writing.ts';

/** `subjectId`: of the lesson or the exercise that is marked. */
export interface BookmarkRepository {
  get(userId: Id, subjectId: Id): Promise<Bookmark | null>;
  /** The last set ahead. */
  getByUser(userId: Id, limit?: number): Promise<Bookmark[]>;
  /** Oldest first. */
  getByCourse(userId: Id, courseId: Id): Promise<Bookmark[]>;
  /** Marking what is marked changes nothing. */
  set(bookmark: Omit<New<Bookmark>, 'id'>): Promise<Bookmark>;
  /** Removing what is not there changes nothing. */
  remove(userId: Id, subjectId: Id): Promise<void>;
}

export function createBookmarkRepository(session: Session): BookmarkRepository {
  const bookmarks = session.db.rows('bookmarks');

  return {
    get: (userId, subjectId) => session.query(async () => (await bookmarks.get(bookmarkId(userId, subjectId))) ?? null),
    getByUser: (userId, limit) =>
      session.query(() => {
        const newest = bookmarks.where('[userId+createdAt]').between(...startingWith(userId)).reverse();
        return (limit === undefined ? newest : newest.limit(limit)).toArray();
      }),
    getByCourse: (userId, courseId) =>
      session.query(() => bookmarks.where('[userId+courseId]').equals([userId, courseId]).sortBy('createdAt')),
    set: (bookmark) =>
      session.write(['bookmarks'], async () => {
        const id = bookmarkId(bookmark.userId, bookmark.exerciseId ?? bookmark.lessonId);
        return (await bookmarks.get(id)) ?? insertOne(session, 'bookmarks', { ...bookmark, id });
      }),
    remove: (userId, subjectId) => session.write(['bookmarks'], () => deleteRows(session, 'bookmarks', [bookmarkId(userId, subjectId)])),
  };
}
