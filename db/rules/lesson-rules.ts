import { between, fields, flag, listOf, number, text, words } from '../checks.ts';
import type { Lesson, Objective } from '../models/lesson.ts';
import { row, softDeletable, timestamps } from './fields.ts';
import type { TableRules } from './rules.ts';

export const lessonRules: TableRules<Lesson> = {
  shape: fields<Lesson>({
    ...row,
    ...timestamps,
    ...softDeletable,
    courseId: words,
    title: words,
    content: text,
    order: number,
    estimatedMinutes: between(0, 10_000),
    objectives: listOf(fields<Objective>({ id: words, text: words })),
    isPublished: flag,
  }),
  times: 'created and updated',
  isImmutable: false,
  unique: [],
  references: [
    { field: 'courseId', to: 'courses', idOf: (lesson) => lesson.courseId, index: '[courseId+order]', onErase: 'refuse' },
  ],
  hidden: (lesson) => ({ isLive: lesson.deletedAt === null ? 1 : 0 }),
  // No unique index: two lessons could never be swapped.
  atEnd: {
    field: 'order',
    scopeOf: (lesson) => lesson.courseId,
    valueOf: (lesson) => lesson.order,
    index: '[courseId+isLive+order]',
    rangeOf: (courseId) => [
      [courseId, 1, -Infinity],
      [courseId, 1, Infinity],
    ],
  },
};
