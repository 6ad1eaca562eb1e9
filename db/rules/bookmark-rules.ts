import { fields, nullable, words } from '../checks.ts';
import type { Bookmark } from '../models/bookmark.ts';
import { bookmarkId } from '../models/ids.ts';
import { created, row } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

export const bookmarkRules: TableRules<Bookmark> = {
  shape: fields<Bookmark>({
    ...row,
    ...created,
    userId: words,
    courseId: words,
    lessonId: words,
    exerciseId: nullable(words),
  }),
  times: 'created',
  isImmutable: true,
  unique: [],
  references: [
    ownedBy('[userId+createdAt]'),
    { field: 'courseId', to: 'courses', idOf: (bookmark) => bookmark.courseId, onErase: 'refuse' },
    { field: 'lessonId', to: 'lessons', idOf: (bookmark) => bookmark.lessonId, index: 'lessonId', onErase: 'refuse' },
    { field: 'exerciseId', to: 'exercises', idOf: (bookmark) => bookmark.exerciseId, index: 'exerciseId', onErase: 'refuse' },
  ],
  idOf: (bookmark) => bookmarkId(bookmark.userId, bookmark.exerciseId ?? bookmark.lessonId),
};
