import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { TableName } from '../../../db/tables.ts';

/** Something that is not as it should be. */
export type Finding = Problem & { readonly cure: Cure };

/** About a row that is stored. */
export type RowFinding = Exclude<Finding, { readonly kind: 'activity' }>;

export type Problem =
  /** A field that breaks its table's rules (db/rules). */
  | { readonly kind: 'row'; readonly table: TableName; readonly id: Id; readonly field: string; readonly reason: string }
  /** Refers to a row that is not there. */
  | { readonly kind: 'reference'; readonly table: TableName; readonly id: Id; readonly field: string; readonly to: TableName; readonly missing: Id }
  /** Holds what another row holds and one alone may. */
  | { readonly kind: 'double'; readonly table: TableName; readonly id: Id; readonly field: string; readonly other: Id }
  /** What look-ups find it by does not match the row. */
  | { readonly kind: 'hidden'; readonly table: TableName; readonly id: Id }
  /** Is not what recomputing it gives (R9), or is not there. */
  | { readonly kind: 'snapshot'; readonly table: 'progressSnapshots'; readonly id: Id; readonly userId: Id; readonly courseId: Id }
  /** The learner's days of activity are not what counting their attempts gives; `id` is the learner's. */
  | { readonly kind: 'activity'; readonly table: 'activityDays'; readonly id: Id }
  /** The journal has it, and it is not here, or only in an older state. */
  | { readonly kind: 'missing'; readonly table: TableName; readonly id: Id }
  /** Never changes, and is not what the journal says was written. */
  | { readonly kind: 'changed'; readonly table: TableName; readonly id: Id }
  /** The browser itself cannot read on; `id` is empty. */
  | { readonly kind: 'unreadable'; readonly table: TableName; readonly id: ''; readonly reason: string };

/**
 * What mends it: computing it anew, the journal, the course's pack, writing it once more as it is, a start (which
 * begins a new database where the old one cannot be read), or nothing.
 */
export type Cure = 'recompute' | 'journal' | 'course' | 'rewrite' | 'restart' | 'none';

export interface Checkup {
  readonly at: EpochMs;
  /** Rows looked at. */
  readonly rows: number;
  /** Rows of the journal that were compared; null: there is no journal here, or it cannot be read. */
  readonly compared: number | null;
  readonly findings: readonly Finding[];
}
