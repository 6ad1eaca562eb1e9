import type { EpochMs, Id } from '../models/ids.ts';
import type { Dump, TableName, Tables } from '../tables.ts';
import type { Session } from '../transaction.ts';

type AnyTable = Tables[TableName];
export type IsCovered = (table: TableName, row: AnyTable) => boolean;

/**
 * Whether a row was erased: its learner was, or their history in its course was, after the row was made. The
 * tombstones are those stored here and those of the dump itself (R5).
 */
export async function coveredByTombstones(session: Session, dump: Dump): Promise<IsCovered> {
  const tombstones = [...(await session.db.rows('tombstones').toArray()), ...(dump.tombstones ?? [])];
  const learners = new Set(tombstones.filter((t) => t.courseId === null).map((t) => t.userId));
  const courses = new Map<string, EpochMs>();
  for (const { userId, courseId, erasedAt } of tombstones) {
    if (courseId !== null) courses.set(key(userId, courseId), Math.max(erasedAt, courses.get(key(userId, courseId)) ?? 0));
  }
  const courseOf = courses.size === 0 ? () => null : await courseFinder(session, dump);
  return (table, row) => {
    if (table === 'tombstones') return false;
    if (table === 'users') return learners.has(row.id);
    if (!('userId' in row) || row.userId === null) return false;
    if (learners.has(row.userId)) return true;
    const courseId = courseOf(row);
    const erasedAt = courseId === null ? undefined : courses.get(key(row.userId, courseId));
    return erasedAt !== undefined && madeAt(row) <= erasedAt;
  };
}

const key = (userId: Id, courseId: Id): string => JSON.stringify([userId, courseId]);

function madeAt(row: AnyTable): EpochMs {
  // What was reviewed since keeps its card.
  if ('lastReviewAt' in row) return row.updatedAt;
  if ('createdAt' in row) return row.createdAt;
  if ('at' in row) return row.at;
  return 'updatedAt' in row ? row.updatedAt : 0;
}

/** The course a learner's row is about, looked up among the content of the dump and of this device. */
async function courseFinder(session: Session, dump: Dump): Promise<(row: AnyTable) => Id | null> {
  const exercises = [...(await session.db.rows('exercises').toArray()), ...(dump.exercises ?? [])];
  const lessons = [...(await session.db.rows('lessons').toArray()), ...(dump.lessons ?? [])];
  const lessonOf = new Map(exercises.map((exercise) => [exercise.id, exercise.lessonId]));
  const courseOf = new Map(lessons.map((lesson) => [lesson.id, lesson.courseId]));
  return (row) => {
    if ('courseId' in row) return row.courseId;
    const inContext = 'context' in row ? ((row).context?.courseId ?? null) : null;
    if (inContext !== null) return inContext;
    const exerciseId = 'exerciseId' in row ? row.exerciseId : null;
    const lessonId = 'lessonId' in row && row.lessonId !== null ? row.lessonId : lessonOf.get(exerciseId ?? '');
    return courseOf.get(lessonId ?? '') ?? null;
  };
}
