import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

/** Left by an erasure, so that no restore brings the rows back (R5). `courseId` null: the whole learner. */
export interface Tombstone extends Row {
  readonly userId: Id;
  readonly courseId: Id | null;
  readonly erasedAt: EpochMs;
}
