import type { Changes } from '../../../db/changes.ts';
import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { ProgressSnapshot } from '../../../db/models/progress-snapshot.ts';
import type { TableName } from '../../../db/tables.ts';

/** What the journal keeps of a transaction: one line of JSON. Rows are of schema version `schema`, as in a backup. */
export interface Entry {
  readonly schema: number;
  readonly at: EpochMs;
  readonly put: Rows;
  readonly gone: { readonly [table: string]: readonly Id[] };
  /** Snapshots are computed anew from attempts and facts; where the learner is in a course is not. */
  readonly places: readonly Place[];
}
export type JournalRow = Readonly<Record<string, unknown>> & { readonly id: Id };
export type Rows = { readonly [table: string]: readonly JournalRow[] };
export type Place = Pick<ProgressSnapshot, 'userId' | 'courseId' | 'currentLessonId'>;

/** All that a learner did. Content comes back from its packs. */
export const JOURNALED = [
  'users',
  'exerciseAttempts',
  'chatMessages',
  'learningFacts',
  'drafts',
  'reviewCards',
  'reviewLogs',
  'notes',
  'bookmarks',
  'settings',
  'tombstones',
] as const satisfies readonly TableName[];

/** Null: nothing that the journal keeps. */
export function toEntry({ written, deleted }: Changes, at: EpochMs, schema: number): Entry | null {
  const put = pick(written as Rows);
  const gone = pick(deleted);
  const places = (written.progressSnapshots ?? []).map(placeOf);
  const isNothing = Object.keys(put).length + Object.keys(gone).length + places.length === 0;
  return isNothing ? null : { schema, at, put, gone, places };
}

const placeOf = ({ userId, courseId, currentLessonId }: Place): Place => ({ userId, courseId, currentLessonId });

const pick = <V>(tables: { readonly [table: string]: V }): { readonly [table: string]: V } =>
  Object.fromEntries(Object.entries(tables).filter(([table]) => (JOURNALED as readonly string[]).includes(table)));
