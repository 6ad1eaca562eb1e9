import { describe, expect, it } from 'vitest';
import { lessonCompletedId, snapshotId } from '../../../db/models/ids.ts';
import { answerTrueFalse, enrolled } from './learner.ts';
import { everythingIn } from '../../db/open.ts';

describe('the counterparts of the original', () => {
  it('current lesson of a fresh learner is the first', async () => {
    const { services, userId } = await enrolled();
    expect(await services.progress.getCurrentLesson(userId, 'py')).toMatchObject({ id: 'a' });
  });

  it("current lesson is the snapshot's", async () => {
    const { services, userId } = await enrolled();
    await services.progress.saveProgress(userId, 'py', 'b');
    expect(await services.progress.getCurrentLesson(userId, 'py')).toMatchObject({ id: 'b' });
  });

  it('current lesson is null for a course without lessons', async () => {
    const { services, userId } = await enrolled({ lessons: {} });
    expect(await services.progress.getCurrentLesson(userId, 'py')).toBeNull();
  });

  it('save progress creates a snapshot', async () => {
    const { services, repositories, userId } = await enrolled();
    const saved = await services.progress.saveProgress(userId, 'py', 'a');
    expect(saved).toMatchObject({ id: snapshotId(userId, 'py'), userId, courseId: 'py', currentLessonId: 'a', completionPercentage: 0 });
    expect(await repositories.progress.getUserProgress(userId, 'py')).toEqual(saved);
  });

  it('save progress updates the one there is', async () => {
    const { services, repositories, userId } = await enrolled();
    const first = await services.progress.saveProgress(userId, 'py', 'a');
    const second = await services.progress.saveProgress(userId, 'py', 'b');
    expect(second).toMatchObject({ id: first.id, createdAt: first.createdAt, currentLessonId: 'b' });
    expect(second.updatedAt).toBeGreaterThan(first.updatedAt);
    expect(await repositories.progress.getAllUserProgress(userId)).toHaveLength(1);
  });

  it('save progress calculates the percentage', async () => {
    const { services, userId, ...tab } = await enrolled();
    await answerTrueFalse({ services, ...tab }, userId, 'a1', true);
    const saved = await services.progress.saveProgress(userId, 'py', 'b');
    expect(saved.completionPercentage).toBeCloseTo(100 * (0.5 / 3), 10);
    expect(saved.totals).toEqual({ lessons: 3, exercises: 4 });
  });

  it('statistics count lessons, exercises and attempts', async () => {
    const { services, userId, ...tab } = await enrolled();
    await answerTrueFalse({ services, ...tab }, userId, 'a1', false);
    await answerTrueFalse({ services, ...tab }, userId, 'a1', true);
    await answerTrueFalse({ services, ...tab }, userId, 'a2', true);
    await answerTrueFalse({ services, ...tab }, userId, 'b1', false);
    await services.attempts.skip({ userId, exerciseId: 'c1' });
    const stats = await services.progress.calculateStats(userId, 'py');
    expect(stats).toMatchObject({
      lessons: { total: 3, done: 1 },
      exercises: { total: 4, done: 2, rectified: 1, skipped: 1, inProgress: 1 },
      attempts: { total: 4, passed: 2 },
      activeMs: 4_000,
    });
    expect(stats.completionPercentage).toBeCloseTo(100 / 3, 10);
  });

  it('statistics of a learner who did nothing are zero', async () => {
    const { services, userId } = await enrolled();
    expect(await services.progress.calculateStats(userId, 'py')).toEqual({
      lessons: { total: 3, done: 0 },
      exercises: { total: 4, done: 0, rectified: 0, skipped: 0, inProgress: 0 },
      attempts: { total: 0, passed: 0 },
      activeMs: 0,
      completionPercentage: 0,
      lastActivityAt: null,
    });
  });

  it('advance moves to the next lesson', async () => {
    const { services, repositories, userId } = await enrolled();
    expect(await services.progress.advanceToNextLesson(userId, 'py', 'a')).toMatchObject({ id: 'b' });
    expect(await services.progress.getCurrentLesson(userId, 'py')).toMatchObject({ id: 'b' });
    expect(await repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completedLessonIds: ['a'] });
  });

  it('advance at the last lesson returns null and completes the course', async () => {
    const { services, repositories, userId } = await enrolled();
    for (const id of ['a', 'b']) await services.progress.advanceToNextLesson(userId, 'py', id);
    expect(await services.progress.advanceToNextLesson(userId, 'py', 'c')).toBeNull();
    expect(await repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completionPercentage: 100 });
  });

  it('advance called twice changes nothing more', async () => {
    const { services, repositories, userId } = await enrolled();
    const once = await services.progress.advanceToNextLesson(userId, 'py', 'a');
    const before = await everythingIn(repositories, { userId });
    expect(await services.progress.advanceToNextLesson(userId, 'py', 'a')).toEqual(once);
    expect(await everythingIn(repositories, { userId })).toEqual(before);
  });
});

describe('R7: the current lesson', () => {
  it("is the first unfinished one when the snapshot's is published no more", async () => {
    const { services, repositories, userId } = await enrolled();
    await services.progress.advanceToNextLesson(userId, 'py', 'a');
    await services.progress.saveProgress(userId, 'py', 'c');
    await repositories.lessons.delete('c');
    expect(await services.progress.getCurrentLesson(userId, 'py')).toMatchObject({ id: 'b' });
  });

  it('is the first when all are finished', async () => {
    const { services, repositories, userId } = await enrolled();
    for (const id of ['a', 'b', 'c']) await services.progress.advanceToNextLesson(userId, 'py', id);
    await repositories.lessons.update('c', { isPublished: false });
    expect(await services.progress.getCurrentLesson(userId, 'py')).toMatchObject({ id: 'a' });
  });
});

describe('R10: advancing', () => {
  it('records that the lesson is complete, whatever its exercises', async () => {
    const { services, repositories, userId } = await enrolled();
    await services.progress.advanceToNextLesson(userId, 'py', 'a');
    expect(await repositories.facts.getByCourse(userId, 'py')).toMatchObject([
      { id: lessonCompletedId(userId, 'a'), kind: 'LESSON_COMPLETED', lessonId: 'a' },
    ]);
  });

  it('skips lessons that are unpublished or removed', async () => {
    const { services, repositories, userId } = await enrolled({
      lessons: { a: ['a1'], hidden: ['h1'], gone: ['g1'], b: ['b1'] },
      unpublished: ['hidden'],
    });
    await repositories.lessons.delete('gone');
    expect(await services.progress.advanceToNextLesson(userId, 'py', 'a')).toMatchObject({ id: 'b' });
  });

  it('goes on from a lesson that was removed meanwhile', async () => {
    const { services, repositories, userId } = await enrolled();
    await repositories.lessons.delete('b');
    expect(await services.progress.advanceToNextLesson(userId, 'py', 'b')).toMatchObject({ id: 'c' });
  });

  it('and choosing refuse a lesson of another course, and write nothing', async () => {
    const { services, repositories, userId } = await enrolled();
    await expect(services.progress.advanceToNextLesson(userId, 'js', 'a')).rejects.toMatchObject({ type: 'NotFound' });
    await expect(services.progress.saveProgress(userId, 'py', 'nowhere')).rejects.toMatchObject({ type: 'NotFound' });
    expect(await repositories.progress.getAllUserProgress(userId)).toEqual([]);
  });
});
