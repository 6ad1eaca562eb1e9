import type { ChatRole, ChatSource, ChatStatus } from './enums.ts';
import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

/** Where the learner stood when the message was written. `code` holds at most 20 kB. */
export interface ChatContext {
  readonly version: 1;
  readonly courseId: Id | null;
  readonly lessonId: Id | null;
  readonly exerciseId: Id | null;
  readonly exerciseRev: number | null;
  readonly attemptId: Id | null;
  readonly code: string | null;
  readonly error: string | null;
  readonly failingTests: readonly string[];
  readonly hintsShown: number;
}

export interface Citation {
  readonly lessonId: Id;
  readonly quote: string;
}

export interface ChatMessage extends Row {
  readonly userId: Id;
  readonly threadId: Id;
  readonly lessonId: Id | null;
  readonly exerciseId: Id | null;
  readonly role: ChatRole;
  readonly content: string;
  readonly source: ChatSource;
  readonly status: ChatStatus;
  readonly citations: readonly Citation[];
  readonly context: ChatContext | null;
  readonly createdAt: EpochMs;
}
