import type { NewLesson } from '../../db/repositories/lesson-repository.ts';
import { faker, newId, serial } from './seed.ts';

/** A published lesson; lessons made later stand later in their course. */
export const makeLesson = (own: Partial<NewLesson> & Pick<NewLesson, 'courseId'>): Required<NewLesson> => ({
  id: newId(),
  title: faker.lorem.sentence(4),
  content: `# ${faker.lorem.sentence()}\n\n${faker.lorem.paragraphs(2, '\n\n')}`,
  order: serial(),
  estimatedMinutes: faker.number.int({ min: 3, max: 20 }),
  objectives: [],
  isPublished: true,
  ...own,
});
