import type { Id } from './ids.ts';
import type { Row, SoftDeletable, Timestamped } from './row.ts';

/** What a learner can do after the lesson. */
export interface Objective {
  /** Unique in its lesson: its author's, or its place where the author gave none ('o1'…). */
  readonly id: string;
  readonly text: string;
}

export interface Lesson extends Row, Timestamped, SoftDeletable {
  readonly courseId: Id;
  readonly title: string;
  /** Markdown, without the exercises. */
  readonly content: string;
  /** Unique among the live lessons of its course, checked at the end of the transaction. */
  readonly order: number;
  readonly estimatedMinutes: number;
  readonly objectives: readonly Objective[];
  readonly isPublished: boolean;
}
