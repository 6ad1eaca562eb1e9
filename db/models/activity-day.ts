import type { Id, LocalDay } from './ids.ts';
import type { Row } from './row.ts';

/** What a learner did in a course on one day. Derived: always what counting their attempts of that `day` gives. */
export interface ActivityDay extends Row {
  readonly userId: Id;
  readonly courseId: Id;
  readonly day: LocalDay;
  readonly attempts: number;
  /** Of these, passed. */
  readonly passed: number;
  /** Of these, given in a review. */
  readonly reviews: number;
  readonly activeMs: number;
}
