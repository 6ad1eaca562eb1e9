import { Dexie, liveQuery } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { NotFound } from '../../db/errors.ts';
import { makeCourse } from '../factories/course.ts';
import { makeDraft } from '../factories/draft.ts';
import { makeSkip } from '../factories/learning-fact.ts';
import { makeLesson } from '../factories/lesson.ts';
import { makeSnapshot } from '../factories/progress-snapshot.ts';
import { makeUser } from '../factories/user.ts';
import { buildWorld } from '../factories/world.ts';
import { freshDatabase } from './open.ts';

describe('a transaction', () => {
  it('R1: leaves nothing when its last write is refused', async () => {
    const { repositories } = await freshDatabase();
    const work = repositories.transact(['users'], async () => {
      await repositories.users.create(makeUser({ id: 'a' }));
      await repositories.users.update('nobody', { displayName: 'X' });
    });
    await expect(work).rejects.toBeInstanceOf(NotFound);
    expect(await repositories.users.getAll({ includeDeleted: true })).toEqual([]);
  });

  it('R1: leaves nothing even when the caller swallows the refusal', async () => {
    const { repositories } = await freshDatabase();
    const work = repositories.transact(['users'], async () => {
      await repositories.users.create(makeUser({ id: 'a' }));
      await repositories.users.create(makeUser({ id: 'a' })).catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ type: 'UniqueViolation', field: 'id' });
    expect(await repositories.users.getById('a')).toBeNull();
  });

  it('is joined by the calls inside it, and checks the order of lessons only at its end', async () => {
    const { repositories } = await freshDatabase();
    const course = await repositories.courses.create(makeCourse());
    const [a, b] = [makeLesson({ courseId: course.id, order: 1 }), makeLesson({ courseId: course.id, order: 2 })];
    await repositories.lessons.upsertMany([a, b]);
    await repositories.transact(['lessons'], async () => {
      await repositories.transact(['lessons'], () => repositories.lessons.update(a.id, { order: 2 }));
      await repositories.lessons.update(b.id, { order: 1 });
    });
    expect((await repositories.lessons.getByCourse(course.id)).map((lesson) => lesson.id)).toEqual([b.id, a.id]);
  });

  it('R1: aborts whole when two lessons have one order at its end', async () => {
    const { repositories } = await freshDatabase();
    const course = await repositories.courses.create(makeCourse());
    const [a, b] = [makeLesson({ courseId: course.id, order: 1 }), makeLesson({ courseId: course.id, order: 2 })];
    await repositories.lessons.upsertMany([a, b]);
    const work = repositories.transact(['courses', 'lessons'], async () => {
      await repositories.courses.update(course.id, { title: 'Changed' });
      await repositories.lessons.update(a.id, { order: 2 });
    });
    await expect(work).rejects.toMatchObject({ type: 'UniqueViolation', table: 'lessons', field: 'order', value: 2 });
    expect((await repositories.courses.getById(course.id))?.title).toBe(course.title);
    expect((await repositories.lessons.getById(a.id))?.order).toBe(1);
  });

  it('keeps to its own among others at the same moment, however many steps each has', async () => {
    const { repositories, open } = await freshDatabase();
    const { repositories: otherTab } = await open();
    const { user, course, lessons, exercises } = await buildWorld(repositories);
    const about = { userId: user.id, exerciseId: exercises[0]?.[0].id ?? '' };
    const count = async (tab: typeof repositories) => {
      const lesson = await tab.lessons.getById(lessons[0].id);
      await tab.exercises.getByLessons(lessons.map(({ id }) => id));
      await tab.attempts.getByExercises(user.id, exercises.flat().map(({ id }) => id));
      const before = await tab.drafts.get(about.userId, about.exerciseId);
      await tab.facts.record(makeSkip({ ...about, courseId: course.id, lessonId: lesson?.id ?? '' }));
      return tab.drafts.save(makeDraft({ ...about, hintsShown: (before?.hintsShown ?? 0) + 1 }));
    };
    const tables = ['drafts', 'exercises', 'lessons', 'exerciseAttempts', 'learningFacts'] as const;
    const counts = Array.from({ length: 8 }, (_, i) => {
      const tab = i % 2 === 0 ? repositories : otherTab;
      return tab.transact(tables, () => count(tab));
    });
    const reads = Array.from({ length: 8 }, () =>
      repositories.read(tables, async () => {
        const before = await repositories.drafts.get(about.userId, about.exerciseId);
        await repositories.exercises.getByLessons(lessons.map(({ id }) => id));
        return [before, await repositories.drafts.get(about.userId, about.exerciseId)];
      }),
    );
    await Promise.all([...counts, ...reads]);
    for (const [before, after] of await Promise.all(reads)) expect(after).toEqual(before);
    expect((await repositories.drafts.get(about.userId, about.exerciseId))?.hintsShown).toBe(8);
  });

  it.each([
    ['QuotaExceededError', 'QuotaExceeded'],
    ['UnknownError', 'StoreFailed'],
  ])('ended by the browser with %s while it waits for several rows is refused as %s', async (name, type) => {
    const { db, repositories } = await freshDatabase();
    const { users } = repositories;
    const ended = repositories.transact(['users'], async () => {
      const made = await users.create(makeUser());
      const seen = Promise.all([users.getById(made.id), users.getById('b'), users.getAll()]);
      // As a browser does: the requests under way only hear of an abort, the transaction of its cause.
      endByBrowser(Dexie.currentTransaction.idbtrans, name);
      await seen;
    });
    await expect(ended).rejects.toMatchObject({ type });
    expect(await users.getAll()).toEqual([]);
    db.close();
  });

  it('refuses to write while it reads', async () => {
    const { repositories } = await freshDatabase();
    await expect(repositories.read(['users'], () => repositories.users.create(makeUser()))).rejects.toThrow();
    expect(await repositories.users.getAll()).toEqual([]);
  });
});

describe('a live query', () => {
  it('repaints when any table changes that the repository read, in another connection too', async () => {
    const { repositories, open } = await freshDatabase();
    const { repositories: relaxed } = await open({ durability: 'relaxed' });
    const user = await repositories.users.create(makeUser());
    const course = await repositories.courses.create(makeCourse());
    const lesson = await repositories.lessons.create(makeLesson({ courseId: course.id, title: 'Old' }));
    const seen: (string | null)[] = [];
    const subscription = liveQuery(() => repositories.progress.getCurrentLesson(user.id, course.id)).subscribe({
      next: (current) => seen.push(current?.title ?? null),
    });
    onTestFinished(() => subscription.unsubscribe());

    await vi.waitFor(() => expect(seen).toEqual([null]));
    const at = { userId: user.id, courseId: course.id, currentLessonId: lesson.id };
    await repositories.progress.createOrUpdate(makeSnapshot(at));
    await vi.waitFor(() => expect(seen.at(-1)).toBe('Old'));
    await relaxed.lessons.update(lesson.id, { title: 'New' });
    await vi.waitFor(() => expect(seen.at(-1)).toBe('New'));
  });

  it('may read several repositories in one transaction', async () => {
    const { repositories } = await freshDatabase();
    const seen: number[] = [];
    const both = () =>
      repositories.read(['users', 'courses'], async () => {
        const users = await repositories.users.getAll();
        return users.length + (await repositories.courses.getAll()).length;
      });
    const subscription = liveQuery(both).subscribe({ next: (count) => seen.push(count) });
    onTestFinished(() => subscription.unsubscribe());
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await repositories.courses.create(makeCourse());
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    await repositories.users.create(makeUser());
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
  });
});

function endByBrowser(transaction: IDBTransaction, name: string): void {
  (transaction as unknown as { _abort: (name: string) => void })._abort(name);
}
