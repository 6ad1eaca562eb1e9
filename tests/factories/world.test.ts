import { expect, it } from 'vitest';
import { freshDatabase } from '../db/open.ts';
import { faker, SEED } from './seed.ts';
import { makeUser } from './user.ts';
import { buildWorld } from './world.ts';

it('builds a learner half way through a course', async () => {
  const { repositories } = await freshDatabase();
  const { user, course, lessons, exercises, snapshot } = await buildWorld(repositories, { displayName: 'Jane Smith' });

  expect(user.displayName).toBe('Jane Smith');
  expect(snapshot).toMatchObject({
    userId: user.id,
    courseId: course.id,
    currentLessonId: lessons[1].id,
    completedLessonIds: [lessons[0].id],
    rectifiedExerciseIds: [exercises[0]?.[1].id],
    totals: { lessons: 4, exercises: 16 },
    completionPercentage: 37.5,
  });
  expect(snapshot.completedExerciseIds).toHaveLength(6);
  expect(await repositories.drafts.getByUser(user.id)).toHaveLength(1);
});

it('makes the same rows again from the same seed', () => {
  const first = makeUser();
  faker.seed(SEED);
  expect({ ...makeUser(), username: '', email: '' }).toEqual({ ...first, username: '', email: '' });
});
