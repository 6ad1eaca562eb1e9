import type { Id } from './ids.ts';
import type { Row, SoftDeletable, Timestamped } from './row.ts';

export interface Lesson extends Row, Timestamped, SoftDeletable {
  readonly courseId: Id;
  readonly title: string;
  /** Markdown, without the exercises. */
  readonly content: string;
  /** Unique among the live lessons of its course, checked at the end of the transaction. */
  readonly order: number;
  readonly estimatedMinutes: number;
  readonly isPublished: boolean;
}
