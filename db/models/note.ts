import type { Id } from './ids.ts';
import type { Row, Timestamped } from './row.ts';

/** What a learner wrote beside a lesson. */
export interface Note extends Row, Timestamped {
  readonly userId: Id;
  readonly courseId: Id;
  readonly lessonId: Id;
  /** Plain text. */
  readonly body: string;
  /** The passage it hangs on, as it read then; null: the lesson as a whole. */
  readonly quote: string | null;
}
