import { NotFound } from '../errors.ts';
import { visible } from '../integrity.ts';
import type { Id } from '../models/ids.ts';
import type { Lesson } from '../models/lesson.ts';
import type { New } from '../models/row.ts';
import type { Stored } from '../tables.ts';
import type { Session } from '../transaction.ts';
import type { ContentListOptions } from './course-repository.ts';
import { MAX, MIN, readPages, startingWith } from '../ranges.ts';
import { putContent, remove, restore, shown } from './soft-delete.ts';
import type { ListOptions } from './soft-delete.ts';
import { changeRow, insertOne, putMany } from './writing.ts';

const DEFAULTS = { content: '', estimatedMinutes: 0, objectives: [], isPublished: false };

export type NewLesson = Omit<New<Lesson>, keyof typeof DEFAULTS> & Partial<Pick<New<Lesson>, keyof typeof DEFAULTS>>;
export type LessonPatch = Partial<Omit<New<Lesson>, 'id'>>;

export interface LessonRepository {
  getById(id: Id, options?: ListOptions): Promise<Lesson | null>;
  /** By order. */
  getByCourse(courseId: Id, options?: ContentListOptions): Promise<Lesson[]>;
  create(lesson: NewLesson): Promise<Lesson>;
  update(id: Id, patch: LessonPatch): Promise<Lesson>;
  /** Writes all or none, in place by id (R2, R6); a removed lesson stays removed. */
  upsertMany(lessons: readonly New<Lesson>[]): Promise<Lesson[]>;
  /** Removes the lesson and unpublishes it; its order is free again, all history stays (R4, R6). */
  delete(id: Id): Promise<Lesson>;
  /** Throws UniqueViolation where another lesson has taken the order meanwhile. */
  restore(id: Id): Promise<Lesson>;
  /** Numbers these lessons 1, 2, 3 …; throws NotFound for a lesson that is not live in this course. */
  reorder(courseId: Id, ids: readonly Id[]): Promise<Lesson[]>;
}

export function createLessonRepository(session: Session): LessonRepository {
  const lessons = session.db.rows('lessons');
  const liveOf = (courseId: Id) => lessons.where('[courseId+isLive+order]').between(...startingWith(courseId, 1));
  const allIn = (index: string, ...keys: readonly unknown[]): Promise<Stored<Lesson>[]> =>
    readPages<Stored<Lesson>>(
      MIN,
      ({ order }) => order,
      (from, limit) => lessons.where(index).between([...keys, from], [...keys, MAX]).limit(limit).toArray(),
    );

  return {
    getById: (id, options) => session.query(async () => shown(await lessons.get(id), options)),
    getByCourse: (courseId, { publishedOnly = false, includeDeleted = false } = {}) =>
      session.query(async () => {
        const rows = await (includeDeleted ? allIn('[courseId+order]', courseId) : allIn('[courseId+isLive+order]', courseId, 1));
        return rows.filter((lesson) => lesson.isPublished || !publishedOnly).map(visible<Lesson>);
      }),
    create: (lesson) => insertOne(session, 'lessons', { ...DEFAULTS, ...lesson, deletedAt: null }),
    update: (id, patch) => changeRow(session, 'lessons', id, (lesson) => ({ ...lesson, ...patch, id })),
    upsertMany: (rows) => putContent(session, 'lessons', rows),
    delete: (id) => remove(session, 'lessons', id, 'isPublished'),
    restore: (id) => restore(session, 'lessons', id, 'isPublished'),
    reorder: (courseId, ids) =>
      session.write(['lessons'], async () => {
        const byId = new Map((await liveOf(courseId).toArray()).map((lesson) => [lesson.id, visible<Lesson>(lesson)]));
        const rows = ids.map((id, i) => {
          const lesson = byId.get(id);
          if (lesson === undefined) throw new NotFound('lessons', id);
          return { ...lesson, order: i + 1 };
        });
        return putMany(session, 'lessons', rows);
      }),
  };
}
