import type { ChatMessage } from '../models/chat-message.ts';
import type { Id } from '../models/ids.ts';
import type { New } from '../models/row.ts';
import type { Session } from '../transaction.ts';
import { startingWith } from '../ranges.ts';
import { changeRow, insertOne } from './writing.ts';

const DEFAULTS = { lessonId: null, exerciseId: null, citations: [], context: null, status: 'OPEN' } as const;

export type NewChatMessage = Omit<New<ChatMessage>, keyof typeof DEFAULTS> &
  Partial<Pick<New<ChatMessage>, keyof typeof DEFAULTS>>;

export interface ChatMessageRepository {
  create(message: NewChatMessage): Promise<ChatMessage>;
  getById(id: Id): Promise<ChatMessage | null>;
  /** Oldest first. */
  getThread(userId: Id, threadId: Id): Promise<ChatMessage[]>;
  /** Oldest first, all threads. */
  getByUser(userId: Id): Promise<ChatMessage[]>;
  setStatus(id: Id, status: ChatMessage['status']): Promise<ChatMessage>;
}

export function createChatMessageRepository(session: Session): ChatMessageRepository {
  const messages = session.db.rows('chatMessages');

  return {
    create: (message) => insertOne(session, 'chatMessages', { ...DEFAULTS, ...message }),
    getById: (id) => session.query(async () => (await messages.get(id)) ?? null),
    getThread: (userId, threadId) =>
      session.query(() =>
        messages.where('[userId+threadId+createdAt]').between(...startingWith(userId, threadId)).toArray(),
      ),
    getByUser: (userId) =>
      session.query(() => messages.where('[userId+createdAt]').between(...startingWith(userId)).toArray()),
    setStatus: (id, status) => changeRow(session, 'chatMessages', id, (message) => ({ ...message, status })),
  };
}
