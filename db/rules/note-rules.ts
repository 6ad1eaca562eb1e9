import { fields, nullable, text, words } from '../checks.ts';
import type { Note } from '../models/note.ts';
import { row, timestamps } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

export const noteRules: TableRules<Note> = {
  shape: fields<Note>({
    ...row,
    ...timestamps,
    userId: words,
    courseId: words,
    lessonId: words,
    body: text,
    quote: nullable(words),
  }),
  times: 'created and updated',
  isImmutable: false,
  unique: [],
  references: [
    ownedBy('[userId+updatedAt]'),
    { field: 'courseId', to: 'courses', idOf: (note) => note.courseId, onErase: 'refuse' },
    { field: 'lessonId', to: 'lessons', idOf: (note) => note.lessonId, index: 'lessonId', onErase: 'refuse' },
  ],
};
