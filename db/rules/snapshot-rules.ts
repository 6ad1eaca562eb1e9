import { between, count, fields, listOf, nullable, time, words } from '../checks.ts';
import { snapshotId } from '../models/ids.ts';
import type { ProgressSnapshot } from '../models/progress-snapshot.ts';
import { row, timestamps } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

export const snapshotRules: TableRules<ProgressSnapshot> = {
  shape: fields<ProgressSnapshot>({
    ...row,
    ...timestamps,
    userId: words,
    courseId: words,
    currentLessonId: nullable(words),
    completedLessonIds: listOf(words),
    completedExerciseIds: listOf(words),
    rectifiedExerciseIds: listOf(words),
    totals: fields({ lessons: count, exercises: count }),
    completionPercentage: between(0, 100),
    lastActivityAt: nullable(time),
  }),
  times: 'created and updated',
  isImmutable: false,
  unique: [
    {
      field: '[userId+courseId]',
      index: '[userId+courseId]',
      keyOf: (snapshot) => [snapshot.userId, snapshot.courseId],
      valueOf: (snapshot) => [snapshot.userId, snapshot.courseId],
    },
  ],
  references: [
    ownedBy('[userId+courseId]'),
    { field: 'courseId', to: 'courses', idOf: (s) => s.courseId, index: 'courseId', onErase: 'refuse' },
    { field: 'currentLessonId', to: 'lessons', idOf: (s) => s.currentLessonId, onErase: 'refuse' },
  ],
  idOf: (snapshot) => snapshotId(snapshot.userId, snapshot.courseId),
};
