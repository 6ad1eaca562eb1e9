import { fields, nullable, time, words } from '../checks.ts';
import { tombstoneId } from '../models/ids.ts';
import type { Tombstone } from '../models/tombstone.ts';
import { row } from './fields.ts';
import type { TableRules } from './rules.ts';

/** Refers to nothing: what it names is gone, or never was here. */
export const tombstoneRules: TableRules<Tombstone> = {
  shape: fields<Tombstone>({ ...row, userId: words, courseId: nullable(words), erasedAt: time }),
  times: 'none',
  isImmutable: false,
  unique: [],
  references: [],
  idOf: (tombstone) => tombstoneId(tombstone.userId, tombstone.courseId),
};
