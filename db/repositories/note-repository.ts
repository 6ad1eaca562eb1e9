import { deleteRows } from '../integrity.ts';
import type { Id } from '../models/ids.ts';
import type { Note } from '../models/note.ts';
import type { New } from '../models/row.ts';
import { startingWith } from '../ranges.ts';
import type { Session } from '../transaction.ts';
import { changeRow, insertOne } from './writing.ts';

export type NewNote = Omit<New<Note>, 'quote'> & Partial<Pick<Note, 'quote'>>;

export interface NoteRepository {
  create(note: NewNote): Promise<Note>;
  getById(id: Id): Promise<Note | null>;
  /** Oldest first. */
  getByLesson(userId: Id, lessonId: Id): Promise<Note[]>;
  /** Oldest first, all lessons. */
  getByCourse(userId: Id, courseId: Id): Promise<Note[]>;
  /** The last changed ahead. */
  getByUser(userId: Id, limit?: number): Promise<Note[]>;
  /** Throws NotFound. */
  update(id: Id, patch: Partial<Pick<Note, 'body' | 'quote'>>): Promise<Note>;
  /** Removing what is not there changes nothing. */
  remove(id: Id): Promise<void>;
}

export function createNoteRepository(session: Session): NoteRepository {
  const notes = session.db.rows('notes');

  return {
    create: (note) => insertOne(session, 'notes', { quote: null, ...note }),
    getById: (id) => session.query(async () => (await notes.get(id)) ?? null),
    getByLesson: (userId, lessonId) =>
      session.query(() => notes.where('[userId+lessonId+createdAt]').between(...startingWith(userId, lessonId)).toArray()),
    getByCourse: (userId, courseId) =>
      session.query(() => notes.where('[userId+courseId]').equals([userId, courseId]).sortBy('createdAt')),
    getByUser: (userId, limit) =>
      session.query(() => {
        const newest = notes.where('[userId+updatedAt]').between(...startingWith(userId)).reverse();
        return (limit === undefined ? newest : newest.limit(limit)).toArray();
      }),
    update: (id, patch) => changeRow(session, 'notes', id, (note) => ({ ...note, ...patch })),
    remove: (id) => session.write(['notes'], () => deleteRows(session, 'notes', [id])),
  };
}
