import { DifficultyLevel } from '../../db/models/enums.ts';
import type { NewCourse } from '../../db/repositories/course-repository.ts';
import { faker, newId, serial } from './seed.ts';

/** A published course. */
export function makeCourse(own: Partial<NewCourse> = {}): Required<NewCourse> {
  const title = faker.company.catchPhrase();
  const order = serial();
  return {
    id: newId(),
    title,
    slug: `${faker.helpers.slugify(title).toLowerCase()}-${order}`,
    description: faker.lorem.paragraph(),
    difficulty: faker.helpers.enumValue(DifficultyLevel),
    language: 'en',
    programmingLanguage: 'python',
    order,
    isPublished: true,
    ...own,
  };
}
