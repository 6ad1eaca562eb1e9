import type { Exercise } from '../../db/models/exercise.ts';
import type { Id } from '../../db/models/ids.ts';
import type { New } from '../../db/models/row.ts';
import { faker, newId, serial } from './seed.ts';

/** What a test must or may say of an exercise. */
export type Own<E extends Exercise> = Partial<New<E>> & Pick<E, 'lessonId'>;

/** What exercises of every type share. */
export const exerciseBase = () => ({
  id: newId(),
  difficulty: 'BEGINNER' as const,
  prompt: faker.lorem.sentence(),
  explanation: faker.lorem.sentence(),
  hints: [faker.lorem.sentence(), faker.lorem.sentence()],
  points: faker.number.int({ min: 1, max: 10 }),
  order: serial(),
  isRequired: true,
  rev: 1,
  objectives: [] as readonly string[],
  variantOf: null as Id | null,
});
