import type { Note } from '../../db/models/note.ts';
import type { New } from '../../db/models/row.ts';
import { faker, newId } from './seed.ts';

/** On the lesson as a whole. */
export const makeNote = (own: Partial<New<Note>> & Pick<Note, 'userId' | 'courseId' | 'lessonId'>): New<Note> => ({
  id: newId(),
  body: faker.lorem.sentences(2),
  quote: null,
  ...own,
});
