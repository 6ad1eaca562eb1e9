import type { EpochMs, Id } from '../models/ids.ts';
import type { ReviewCard } from '../models/review-card.ts';
import type { ReviewLog } from '../models/review-log.ts';
import type { New } from '../models/row.ts';
import { visible } from '../integrity.ts';
import { MIN, startingWith } from '../ranges.ts';
import type { Session } from '../transaction.ts';
import { insertOne, putMany, putOne } from './writing.ts';

/** Cards, and the logs that their states follow from. A transaction that records both spans `reviewCards` and `reviewLogs`. */
export interface ReviewRepository {
  getById(cardId: Id): Promise<ReviewCard | null>;
  /** In the order of the ids; what is not there is left out. */
  getMany(cardIds: readonly Id[]): Promise<ReviewCard[]>;
  /** Suspended ones too, those due first ahead. */
  getByCourse(userId: Id, courseId: Id): Promise<ReviewCard[]>;
  getByUser(userId: Id): Promise<ReviewCard[]>;
  /** Due at `until` or before, the longest due ahead; suspended ones are left out. */
  getDue(userId: Id, until: EpochMs, limit?: number): Promise<ReviewCard[]>;
  getDueInCourse(userId: Id, courseId: Id, until: EpochMs, limit?: number): Promise<ReviewCard[]>;
  countDue(userId: Id, until: EpochMs): Promise<number>;
  countDueInCourse(userId: Id, courseId: Id, until: EpochMs): Promise<number>;
  /** Makes the card or changes it; its id is `reviewCardId`. */
  save(card: New<ReviewCard>): Promise<ReviewCard>;
  /** All or none (R2). */
  saveMany(cards: readonly New<ReviewCard>[]): Promise<ReviewCard[]>;
  /** Records it once: a second log of the same id changes nothing, and the first comes back. */
  record(log: ReviewLog): Promise<ReviewLog>;
  /** Oldest first. */
  getLogsByCard(cardId: Id): Promise<ReviewLog[]>;
  /** Those of `at` and after, oldest first. */
  getLogsSince(userId: Id, at: EpochMs): Promise<ReviewLog[]>;
  getLogsOfCourseSince(userId: Id, courseId: Id, at: EpochMs): Promise<ReviewLog[]>;
}

const BY_USER = '[userId+isLive+due]';
const BY_COURSE = '[userId+courseId+isLive+due]';

export function createReviewRepository(session: Session): ReviewRepository {
  const cards = session.db.rows('reviewCards');
  const logs = session.db.rows('reviewLogs');
  /** `whose`: the learner, and perhaps a course. */
  const dueBy = (index: string, whose: readonly Id[], until: EpochMs) =>
    cards.where(index).between([...whose, 1, MIN], [...whose, 1, until], true, true);
  const firstDue = (index: string, whose: readonly Id[], until: EpochMs, limit?: number): Promise<ReviewCard[]> =>
    session.query(async () => {
      const due = dueBy(index, whose, until);
      return (await (limit === undefined ? due : due.limit(limit)).toArray()).map(visible<ReviewCard>);
    });
  const allOf = (index: string, ...whose: Id[]): Promise<ReviewCard[]> =>
    session.query(async () => {
      const rows = await cards.where(index).between(...startingWith(...whose)).toArray();
      return rows.map(visible<ReviewCard>).sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
    });
  const since = (index: string, whose: readonly Id[], at: EpochMs): Promise<ReviewLog[]> =>
    session.query(() => logs.where(index).between([...whose, at], startingWith(...whose)[1]).toArray());

  return {
    getById: (cardId) =>
      session.query(async () => {
        const row = await cards.get(cardId);
        return row === undefined ? null : visible<ReviewCard>(row);
      }),
    getMany: (cardIds) =>
      session.query(async () => (await cards.bulkGet([...cardIds])).filter((row) => row !== undefined).map(visible<ReviewCard>)),
    getByCourse: (userId, courseId) => allOf(BY_COURSE, userId, courseId),
    getByUser: (userId) => allOf(BY_USER, userId),
    getDue: (userId, until, limit) => firstDue(BY_USER, [userId], until, limit),
    getDueInCourse: (userId, courseId, until, limit) => firstDue(BY_COURSE, [userId, courseId], until, limit),
    countDue: (userId, until) => session.query(() => dueBy(BY_USER, [userId], until).count()),
    countDueInCourse: (userId, courseId, until) => session.query(() => dueBy(BY_COURSE, [userId, courseId], until).count()),
    save: (card) => putOne(session, 'reviewCards', card),
    saveMany: (some) => putMany(session, 'reviewCards', some),
    record: (log) =>
      session.write(['reviewLogs'], async () => (await logs.get(log.id)) ?? insertOne(session, 'reviewLogs', log)),
    getLogsByCard: (cardId) => session.query(() => logs.where('[cardId+at]').between(...startingWith(cardId)).toArray()),
    getLogsSince: (userId, at) => since('[userId+at]', [userId], at),
    getLogsOfCourseSince: (userId, courseId, at) => since('[userId+courseId+at]', [userId, courseId], at),
  };
}
