import { expect, it } from 'vitest';
import { makeLessonCompleted, makeSelfAssessment, makeSkip } from '../../factories/learning-fact.ts';
import { buildCourse, buildWorld } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

it('a fact is recorded once: the first of an id stays', async () => {
  const { repositories } = await freshDatabase();
  const { user, course, lessons } = await buildWorld(repositories);
  const about = { userId: user.id, courseId: course.id, lessonId: lessons[1].id };
  const first = await repositories.facts.record(makeLessonCompleted({ ...about, at: 5 }));
  expect(await repositories.facts.record(makeLessonCompleted({ ...about, at: 9 }))).toEqual(first);
});

it('a course’s facts come oldest first, and no other course’s', async () => {
  const { repositories } = await freshDatabase();
  const { user } = await buildWorld(repositories);
  const { course, lessons, exercises } = await buildCourse(repositories);
  const about = { userId: user.id, courseId: course.id, lessonId: lessons[0].id };
  const late = await repositories.facts.record(makeLessonCompleted({ ...about, at: 9 }));
  const early = await repositories.facts.record(makeSkip({ ...about, exerciseId: exercises[0]?.[0].id ?? '', at: 3 }));
  expect(await repositories.facts.getByCourse(user.id, course.id)).toEqual([early, late]);
});

it('R1: a self-assessment judges an attempt that is there', async () => {
  const { repositories } = await freshDatabase();
  const { user, course, lessons, exercises } = await buildWorld(repositories);
  const about = { userId: user.id, courseId: course.id, lessonId: lessons[0].id, exerciseId: exercises[0]?.[2].id ?? '' };
  await expect(repositories.facts.record(makeSelfAssessment({ ...about, attemptId: 'nothing' }))).rejects.toMatchObject({
    type: 'ForeignKeyViolation',
    table: 'learningFacts',
    field: 'attemptId',
  });
  const odd = makeSkip({ ...about, exerciseId: null as unknown as string });
  await expect(repositories.facts.record(odd)).rejects.toMatchObject({ type: 'NotNullViolation', field: 'exerciseId' });
});
