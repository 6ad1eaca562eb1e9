import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

/** Immutable: set once, and removed. */
export interface Bookmark extends Row {
  readonly userId: Id;
  readonly courseId: Id;
  readonly lessonId: Id;
  /** null: the lesson itself is marked. */
  readonly exerciseId: Id | null;
  readonly createdAt: EpochMs;
}
