import { describe, expect, it } from 'vitest';
import { makeCourse } from '../../factories/course.ts';
import { makeSnapshot } from '../../factories/progress-snapshot.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';

async function aLearner() {
  const fresh = await freshDatabase();
  const user = await fresh.repositories.users.create(makeUser());
  const content = await buildCourse(fresh.repositories);
  return { ...fresh, user, ...content, about: { userId: user.id, courseId: content.course.id } };
}

describe('a progress snapshot', () => {
  it('is created with the id that learner and course give it', async () => {
    const { repositories, about, user, course } = await aLearner();
    const made = makeSnapshot({ ...about, completionPercentage: 12.5 });
    expect(made.id).toBe(`${user.id}/${course.id}`);
    expect(await repositories.progress.createOrUpdate(made)).toMatchObject(made);
  });

  it('R1: is the only one of its learner and course', async () => {
    const { repositories, about, db } = await aLearner();
    await repositories.progress.createOrUpdate(makeSnapshot(about));
    await expect(repositories.progress.createOrUpdate(makeSnapshot({ ...about, id: 'another' }))).rejects.toMatchObject({
      table: 'progressSnapshots',
    });
    const past = { ...makeSnapshot(about), id: 'another', createdAt: 1, updatedAt: 1 };
    await expect(db.rows('progressSnapshots').add(past)).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await repositories.progress.getAllUserProgress(about.userId)).toHaveLength(1);
  });

  it.each([
    ['completionPercentage', { completionPercentage: 100.1 }],
    ['currentLessonId', { currentLessonId: 'nothing' }],
    ['courseId', { courseId: 'nothing' }],
    ['totals.lessons', { totals: { lessons: -1, exercises: 0 } }],
  ])('R1: is refused for a wrong %s', async (field, own) => {
    const { repositories, about } = await aLearner();
    await expect(repositories.progress.createOrUpdate(makeSnapshot({ ...about, ...own }))).rejects.toMatchObject({ field });
  });
});

describe('the progress repository', () => {
  it('gets a learner’s progress in a course', async () => {
    const { repositories, about } = await aLearner();
    expect(await repositories.progress.getUserProgress(about.userId, about.courseId)).toBeNull();
    const snapshot = await repositories.progress.createOrUpdate(makeSnapshot(about));
    expect(await repositories.progress.getUserProgress(about.userId, about.courseId)).toEqual(snapshot);
  });

  it('gets all of a learner’s progress, and all of a course’s', async () => {
    const { repositories, about } = await aLearner();
    const second = await repositories.courses.create(makeCourse());
    const other = await repositories.users.create(makeUser());
    const mine = await repositories.progress.createOrUpdate(makeSnapshot(about));
    const also = await repositories.progress.createOrUpdate(makeSnapshot({ ...about, courseId: second.id }));
    const theirs = await repositories.progress.createOrUpdate(makeSnapshot({ ...about, userId: other.id }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect((await repositories.progress.getAllUserProgress(about.userId)).sort(byId)).toEqual([mine, also].sort(byId));
    expect((await repositories.progress.getByCourse(about.courseId)).sort(byId)).toEqual([mine, theirs].sort(byId));
  });

  it('creates a snapshot where there is none', async () => {
    const { repositories, about, clock } = await aLearner();
    const snapshot = await repositories.progress.createOrUpdate(makeSnapshot(about));
    expect(snapshot).toMatchObject({ createdAt: clock.now, updatedAt: clock.now, completionPercentage: 0 });
  });

  it('updates the snapshot that is there', async () => {
    const { repositories, about } = await aLearner();
    const before = await repositories.progress.createOrUpdate(makeSnapshot(about));
    const after = await repositories.progress.createOrUpdate(makeSnapshot({ ...about, completionPercentage: 50 }));
    expect(after).toEqual({ ...before, completionPercentage: 50, updatedAt: after.updatedAt });
    expect(after.updatedAt).toBeGreaterThan(before.updatedAt);
    expect(await repositories.progress.getAllUserProgress(about.userId)).toEqual([after]);
  });

  it('R7: gets the current lesson while it is published and not removed', async () => {
    const { repositories, about, lessons } = await aLearner();
    const current = () => repositories.progress.getCurrentLesson(about.userId, about.courseId);
    expect(await current()).toBeNull();
    await repositories.progress.createOrUpdate(makeSnapshot({ ...about, currentLessonId: lessons[1].id }));
    expect(await current()).toEqual(lessons[1]);
    await repositories.lessons.update(lessons[1].id, { isPublished: false });
    expect(await current()).toBeNull();
    await repositories.progress.createOrUpdate(makeSnapshot({ ...about, currentLessonId: lessons[2].id }));
    await repositories.lessons.delete(lessons[2].id);
    expect(await current()).toBeNull();
  });

  it('R7: has no current lesson in another course', async () => {
    const { repositories, about } = await aLearner();
    const other = await buildCourse(repositories);
    await repositories.progress.createOrUpdate(makeSnapshot({ ...about, currentLessonId: other.lessons[0].id }));
    expect(await repositories.progress.getCurrentLesson(about.userId, about.courseId)).toBeNull();
  });
});
