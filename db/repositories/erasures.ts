import { NotFound } from '../errors.ts';
import { deleteRows, visible, writeRows } from '../integrity.ts';
import type { ActivityDay } from '../models/activity-day.ts';
import { draftId, snapshotId, tombstoneId } from '../models/ids.ts';
import type { Id } from '../models/ids.ts';
import type { ReviewCard } from '../models/review-card.ts';
import type { Tombstone } from '../models/tombstone.ts';
import { TABLE_NAMES } from '../tables.ts';
import type { Dump } from '../tables.ts';
import type { Session } from '../transaction.ts';
import { isAbout, rowsOfUser } from './owned-rows.ts';
import { startingWith } from '../ranges.ts';

/** The held copy of an erasure: enough to undo it, and gone with the tab that holds it. */
export interface ErasedRows {
  readonly tombstone: Tombstone;
  /** The tombstone that an earlier erasure had left in its place. */
  readonly before: Tombstone | null;
  readonly rows: Dump;
}

export interface Erasures {
  /** Deletes the learner and everything that hangs on them, in one transaction; a tombstone stays (R5). */
  erase(userId: Id): Promise<ErasedRows>;
  /** Deletes all that the learner did in the course, removed lessons included; the learner and the course stay (R5). */
  eraseCourseHistory(userId: Id, courseId: Id): Promise<ErasedRows>;
  /**
   * Puts the rows back and takes the tombstone away. What the learner did since then is kept where both have a row:
   * after undoing an erasure the learner's days are to be counted anew, and a course's snapshot computed. Throws UniqueViolation where a new learner
   * has taken the e-mail or the username.
   */
  undoErase(erased: ErasedRows): Promise<void>;
}

export function createErasures(session: Session): Erasures {
  return {
    erase: (userId) =>
      session.write('all', async () => {
        const user = await session.db.rows('users').get(userId);
        if (user === undefined) throw new NotFound('users', userId);
        return eraseRows(session, userId, null, { ...(await rowsOfUser(session, userId)), users: [visible(user)] });
      }),
    eraseCourseHistory: (userId, courseId) =>
      session.write('all', async () => eraseRows(session, userId, courseId, await historyOf(session, userId, courseId))),
    undoErase: ({ tombstone, before, rows }) =>
      session.write('all', async () => {
        for (const table of TABLE_NAMES) {
          const held = rows[table] ?? [];
          const there = await session.db.rows(table).bulkGet(held.map((row) => row.id));
          const missing = held.filter((_, i) => there[i] === undefined);
          await writeRows(session, table, missing, { mode: 'insert', times: 'keep', isBulk: true });
        }
        if (before === null) await deleteRows(session, 'tombstones', [tombstone.id]);
        else await writeRows(session, 'tombstones', [before], { mode: 'put', times: 'keep', isBulk: false });
      }),
  };
}

async function eraseRows(session: Session, userId: Id, courseId: Id | null, rows: Dump): Promise<ErasedRows> {
  for (const table of TABLE_NAMES.toReversed())
    await deleteRows(session, table, (rows[table] ?? []).map((row) => row.id));
  await eraseDays(session, userId, courseId);
  const tombstone = { id: tombstoneId(userId, courseId), userId, courseId, erasedAt: session.now() };
  const before = (await session.db.rows('tombstones').get(tombstone.id)) ?? null;
  await writeRows(session, 'tombstones', [tombstone], { mode: 'put', times: 'stamp', isBulk: false });
  return { tombstone, before, rows };
}

/** Days of activity are counted, not kept: whoever undoes the erasure counts them again. */
async function eraseDays({ db }: Session, userId: Id, courseId: Id | null): Promise<void> {
  const days = db.table<ActivityDay, Id>('activityDays');
  const [index, whose] = courseId === null ? ['[userId+day]', [userId]] : ['[userId+courseId+day]', [userId, courseId]];
  await days.bulkDelete(await days.where(index).between(...startingWith(...whose)).primaryKeys());
}

async function historyOf(session: Session, userId: Id, courseId: Id): Promise<Dump> {
  const { db } = session;
  const lessonIds = await db.rows('lessons').where('[courseId+order]').between(...startingWith(courseId)).primaryKeys();
  const exerciseIds = (
    await Promise.all(
      lessonIds.map((id) => db.rows('exercises').where('[lessonId+order]').between(...startingWith(id)).primaryKeys()),
    )
  ).flat();
  const attempts = exerciseIds.map((id) =>
    db.rows('exerciseAttempts').where('[userId+exerciseId+createdAt]').between(...startingWith(userId, id)).toArray(),
  );
  const messages = await db.rows('chatMessages').where('[userId+createdAt]').between(...startingWith(userId)).toArray();
  const drafts = await db.rows('drafts').bulkGet(exerciseIds.map((id) => draftId(userId, id)));
  const snapshot = await db.rows('progressSnapshots').get(snapshotId(userId, courseId));
  const inCourse = [userId, courseId] as const;
  const cards = await db.rows('reviewCards').where('[userId+courseId+isLive+due]').between(...startingWith(...inCourse)).toArray();
  return {
    exerciseAttempts: (await Promise.all(attempts)).flat(),
    progressSnapshots: snapshot === undefined ? [] : [snapshot],
    chatMessages: messages.filter((message) => isAbout(message, courseId, new Set(lessonIds), new Set(exerciseIds))),
    learningFacts: await db.rows('learningFacts').where('[userId+courseId]').equals([userId, courseId]).toArray(),
    drafts: drafts.filter((draft) => draft !== undefined),
    reviewCards: cards.map(visible<ReviewCard>),
    reviewLogs: await db.rows('reviewLogs').where('[userId+courseId+at]').between(...startingWith(...inCourse)).toArray(),
    notes: await db.rows('notes').where('[userId+courseId]').equals(inCourse).toArray(),
    bookmarks: await db.rows('bookmarks').where('[userId+courseId]').equals(inCourse).toArray(),
  };
}
