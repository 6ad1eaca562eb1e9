import { visible } from '../integrity.ts';
import type { ChatMessage } from '../models/chat-message.ts';
import type { Id } from '../models/ids.ts';
import { RULES } from '../rules/all-rules.ts';
import { TABLE_NAMES } from '../tables.ts';
import type { Dump, TableName, Tables } from '../tables.ts';
import type { Session } from '../transaction.ts';
import { startingWith } from '../ranges.ts';

/** Everything that erasing the learner takes along, by the foreign keys that say `cascade`; each read by its index. */
export async function rowsOfUser(session: Session, userId: Id): Promise<Dump> {
  const lists = await Promise.all(TABLE_NAMES.map((table) => rowsOf(session, table, userId)));
  return Object.fromEntries(TABLE_NAMES.map((table, i) => [table, lists[i] ?? []]));
}

async function rowsOf<T extends TableName>(session: Session, table: T, userId: Id): Promise<Tables[T][]> {
  const reference = RULES[table].references.find((r) => r.to === 'users' && r.onErase === 'cascade');
  if (reference?.index === undefined) return [];
  const rows = session.db.rows(table).where(reference.index);
  const found = await (reference.index.startsWith('[') ? rows.between(...startingWith(userId)) : rows.equals(userId)).toArray();
  return found.map((row) => visible<Tables[T]>(row));
}

/** A message belongs to a course by what it stands beside, or by its context alone. */
export const isAbout = (
  message: ChatMessage,
  courseId: Id,
  lessonIds: ReadonlySet<Id>,
  exerciseIds: ReadonlySet<Id>,
): boolean =>
  message.context?.courseId === courseId ||
  (message.lessonId !== null && lessonIds.has(message.lessonId)) ||
  (message.exerciseId !== null && exerciseIds.has(message.exerciseId));
