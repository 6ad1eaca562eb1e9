import { describe, expect, it } from 'vitest';
import { makeAttempt } from '../../factories/attempt.ts';
import { makeCourse } from '../../factories/course.ts';
import { makeLesson } from '../../factories/lesson.ts';
import { makeObjectiveCard } from '../../factories/review-card.ts';
import { makeGrade, makeUndo } from '../../factories/review-log.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

async function aLearner() {
  const fresh = await freshDatabase();
  const { repositories } = fresh;
  const user = await repositories.users.create(makeUser());
  const course = await repositories.courses.create(makeCourse());
  const lesson = await repositories.lessons.create(makeLesson({ courseId: course.id }));
  const reviews = await repositories.reviews();
  const about = { userId: user.id, courseId: course.id, lessonId: lesson.id };
  return { ...fresh, user, course, reviews, about };
}

describe('a review card', () => {
  it('is saved under the id of what it asks, and changed in place', async () => {
    const { reviews, about } = await aLearner();
    const card = await reviews.save(makeObjectiveCard({ ...about, objectiveId: 'pour' }));
    expect(card.id).toBe(`${about.userId}/${about.lessonId}#pour`);
    const graded = await reviews.save({ ...card, phase: 'REVIEW', due: 9_000, reps: 1 });
    expect(await reviews.getById(card.id)).toEqual(graded);
    expect(graded.createdAt).toBe(card.createdAt);
    expect(graded.updatedAt).toBeGreaterThan(card.updatedAt);
    expect(await reviews.getMany(['none', card.id])).toEqual([graded]);
    expect(await reviews.getById('none')).toBeNull();
  });

  it('R1: asks for an objective or an exercise, one of the two, and carries the id that follows from it', async () => {
    const { reviews, about } = await aLearner();
    const card = makeObjectiveCard({ ...about, objectiveId: 'pour' });
    const neither = { ...card, objectiveId: null } as unknown as typeof card;
    await expect(reviews.save(neither)).rejects.toMatchObject({ type: 'InvalidValue', field: 'objectiveId' });
    await expect(reviews.save({ ...card, id: 'mine' })).rejects.toMatchObject({ type: 'InvalidValue', field: 'id' });
    await expect(reviews.save({ ...card, lessonId: 'none', id: `${about.userId}/none#pour` })).rejects.toMatchObject({
      type: 'ForeignKeyViolation',
      field: 'lessonId',
    });
    await expect(reviews.saveMany([card, { ...card, phase: 'LOST' as 'NEW' }])).rejects.toMatchObject({ type: 'BulkViolation' });
    expect(await reviews.getByUser(about.userId)).toEqual([]);
  });

  it('is due up to a time, the longest due first, in one course or in all; a suspended one is not', async () => {
    const { repositories, reviews, about } = await aLearner();
    const other = await repositories.lessons.create(makeLesson({ courseId: (await repositories.courses.create(makeCourse())).id }));
    const card = (objectiveId: string, due: number, more: object = {}) => makeObjectiveCard({ ...about, objectiveId, due, ...more });
    await reviews.saveMany([
      ...[card('late', 300), card('first', 100), card('asleep', 50, { isSuspended: true }), card('tomorrow', 900)],
      card('elsewhere', 200, { courseId: other.courseId, lessonId: other.id }),
    ]);
    const due = (cards: readonly { readonly objectiveId: string | null }[]) => cards.map(({ objectiveId }) => objectiveId);
    expect(due(await reviews.getDue(about.userId, 300))).toEqual(['first', 'elsewhere', 'late']);
    expect(due(await reviews.getDue(about.userId, 300, 2))).toEqual(['first', 'elsewhere']);
    expect(due(await reviews.getDueInCourse(about.userId, about.courseId, 300))).toEqual(['first', 'late']);
    expect(due(await reviews.getDueInCourse(about.userId, about.courseId, 300, 1))).toEqual(['first']);
    expect(await reviews.countDue(about.userId, 300)).toBe(3);
    expect(await reviews.countDueInCourse(about.userId, about.courseId, 299)).toBe(1);
    expect(due(await reviews.getByCourse(about.userId, about.courseId))).toEqual(['asleep', 'first', 'late', 'tomorrow']);
    expect(due(await reviews.getByUser(about.userId))).toEqual(['asleep', 'first', 'elsewhere', 'late', 'tomorrow']);
    expect(await reviews.getDue('nobody', 300)).toEqual([]);
  });
});

describe('a review log', () => {
  it('is recorded once, and read by card and by time', async () => {
    const { reviews, about } = await aLearner();
    const card = await reviews.save(makeObjectiveCard({ ...about, objectiveId: 'pour' }));
    const another = await reviews.save(makeObjectiveCard({ ...about, objectiveId: 'wait' }));
    const second = makeGrade(card, { at: 20, grade: 4 });
    const first = makeGrade(card, { at: 10, grade: 1 });
    const undo = makeUndo(second);
    const other = makeGrade(another, { at: 15 });
    for (const log of [second, first, undo, other]) await reviews.record(log);
    expect(await reviews.record({ ...first, grade: 2 })).toEqual(first);
    expect(await reviews.getLogsByCard(card.id)).toEqual([first, second, undo]);
    expect(await reviews.getLogsSince(about.userId, 15)).toEqual([other, second, undo]);
    expect(await reviews.getLogsOfCourseSince(about.userId, about.courseId, 20)).toEqual([second, undo]);
    expect(await reviews.getLogsOfCourseSince(about.userId, 'elsewhere', 0)).toEqual([]);
  });

  it('R1: hangs on its card and its attempt, and its grade is one of four', async () => {
    const { repositories, reviews, about, user } = await aLearner();
    const card = await reviews.save(makeObjectiveCard({ ...about, objectiveId: 'pour' }));
    const { exercises } = await buildCourse(repositories);
    const attempt = await repositories.attempts.create(makeAttempt({ userId: user.id, exerciseId: exercises[0]?.[0].id ?? '' }));
    expect(await reviews.record(makeGrade(card, { attemptId: attempt.id }))).toMatchObject({ attemptId: attempt.id });
    await expect(reviews.record(makeGrade(card, { attemptId: 'none' }))).rejects.toMatchObject({ type: 'ForeignKeyViolation', field: 'attemptId' });
    await expect(reviews.record(makeGrade({ ...card, id: 'none' }))).rejects.toMatchObject({ type: 'ForeignKeyViolation', field: 'cardId' });
    await expect(reviews.record(makeGrade(card, { grade: 5 as 4 }))).rejects.toMatchObject({ type: 'InvalidValue', field: 'grade' });
  });
});
