import { visible } from '../integrity.ts';
import type { Course } from '../models/course.ts';
import type { Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import type { Session } from '../transaction.ts';
import { startingWith } from '../ranges.ts';
import { putContent, remove, restore, shown } from './soft-delete.ts';
import type { ListOptions } from './soft-delete.ts';
import { changeRow, insertOne } from './writing.ts';

const DEFAULTS = { description: '', programmingLanguage: null, order: 0, isPublished: false };

export type NewCourse = Omit<New<Course>, keyof typeof DEFAULTS> & Partial<Pick<New<Course>, keyof typeof DEFAULTS>>;
export type CoursePatch = Partial<Omit<New<Course>, 'id'>>;
export interface ContentListOptions extends ListOptions {
  readonly publishedOnly?: boolean;
}

export interface CourseRepository {
  getById(id: Id, options?: ListOptions): Promise<Course | null>;
  getBySlug(slug: string, options?: ListOptions): Promise<Course | null>;
  /** By order. */
  getAll(options?: ContentListOptions): Promise<Course[]>;
  create(course: NewCourse): Promise<Course>;
  update(id: Id, patch: CoursePatch): Promise<Course>;
  /** Writes all or none, in place by id (R2, R6); a removed course stays removed. */
  upsertMany(courses: readonly New<Course>[]): Promise<Course[]>;
  /** Removes the course from every list and unpublishes it; no attempt, fact or draft goes with it (R6). */
  delete(id: Id): Promise<Course>;
  restore(id: Id): Promise<Course>;
}

export function createCourseRepository(session: Session): CourseRepository {
  const courses = session.db.rows('courses');

  return {
    getById: (id, options) => session.query(async () => shown(await courses.get(id), options)),
    getBySlug: (slug, options) =>
      session.query(async () => shown(await courses.where('slug').equals(slug).first(), options)),
    getAll: ({ publishedOnly = false, includeDeleted = false } = {}) =>
      session.query(async () => {
        const live = courses.where('[isLive+order]').between(...startingWith(1));
        const rows = await (includeDeleted ? courses.orderBy('order') : live).toArray();
        return rows.filter((course) => course.isPublished || !publishedOnly).map(visible<Course>);
      }),
    create: (course) => insertOne(session, 'courses', { ...DEFAULTS, ...course, deletedAt: null }),
    update: (id, patch) => changeRow(session, 'courses', id, (course) => ({ ...course, ...patch, id })),
    upsertMany: (rows) => putContent(session, 'courses', rows),
    delete: (id) => remove(session, 'courses', id, 'isPublished'),
    restore: (id) => restore(session, 'courses', id, 'isPublished'),
  };
}
