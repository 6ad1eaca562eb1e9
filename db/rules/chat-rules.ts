import { count, exactly, fields, listOf, nullable, oneOf, text, textOfAtMost, words } from '../checks.ts';
import type { ChatContext, ChatMessage, Citation } from '../models/chat-message.ts';
import { ChatRole, ChatSource, ChatStatus } from '../models/enums.ts';
import { created, row } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

/** What a message may carry of the learner's code, in bytes of UTF-8. */
export const CHAT_CODE_LIMIT = 20_000;

const context = fields<ChatContext>({
  version: exactly(1),
  courseId: nullable(words),
  lessonId: nullable(words),
  exerciseId: nullable(words),
  exerciseRev: nullable(count),
  attemptId: nullable(words),
  code: nullable(textOfAtMost(CHAT_CODE_LIMIT)),
  error: nullable(text),
  failingTests: listOf(text),
  hintsShown: count,
});

export const chatRules: TableRules<ChatMessage> = {
  shape: fields<ChatMessage>({
    ...row,
    ...created,
    userId: words,
    threadId: words,
    lessonId: nullable(words),
    exerciseId: nullable(words),
    role: oneOf(ChatRole),
    content: text,
    source: oneOf(ChatSource),
    status: oneOf(ChatStatus),
    citations: listOf(fields<Citation>({ lessonId: words, quote: text })),
    context: nullable(context),
  }),
  times: 'created',
  isImmutable: false,
  unique: [],
  references: [
    ownedBy('[userId+createdAt]'),
    { field: 'lessonId', to: 'lessons', idOf: (m) => m.lessonId, index: 'lessonId', onErase: 'refuse' },
    { field: 'exerciseId', to: 'exercises', idOf: (m) => m.exerciseId, index: 'exerciseId', onErase: 'refuse' },
  ],
};
