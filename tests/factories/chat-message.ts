import type { ChatContext, ChatMessage } from '../../db/models/chat-message.ts';
import type { New } from '../../db/models/row.ts';
import { faker, newId } from './seed.ts';

export const makeChatMessage = (own: Partial<New<ChatMessage>> & Pick<ChatMessage, 'userId'>): New<ChatMessage> => ({
  id: newId(),
  threadId: newId(),
  lessonId: null,
  exerciseId: null,
  role: 'LEARNER',
  content: faker.lorem.sentence(),
  source: 'LEARNER',
  status: 'OPEN',
  citations: [],
  context: null,
  ...own,
});

export const makeChatContext = (own: Partial<ChatContext> = {}): ChatContext => ({
  version: 1,
  courseId: null,
  lessonId: null,
  exerciseId: null,
  exerciseRev: null,
  attemptId: null,
  code: null,
  error: null,
  failingTests: [],
  hintsShown: 0,
  ...own,
});
