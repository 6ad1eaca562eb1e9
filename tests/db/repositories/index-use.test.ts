import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewCardId } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { makeActivityDay } from '../../factories/activity-day.ts';
import { makeAttempt } from '../../factories/attempt.ts';
import { makeBookmark } from '../../factories/bookmark.ts';
import { makeChatMessage } from '../../factories/chat-message.ts';
import { makeCourse } from '../../factories/course.ts';
import { makeDraft } from '../../factories/draft.ts';
import { makeExercise } from '../../factories/exercise.ts';
import { makeSkip } from '../../factories/learning-fact.ts';
import { makeNote } from '../../factories/note.ts';
import { makeSnapshot } from '../../factories/progress-snapshot.ts';
import { makeExerciseCard } from '../../factories/review-card.ts';
import { makeGrade } from '../../factories/review-log.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse, buildWorld } from '../../factories/world.ts';
import type { World } from '../../factories/world.ts';
import { freshDatabase } from '../open.ts';
import { touchesOf } from '../touches.ts';
import type { Touches } from '../touches.ts';

type Query = (repositories: Repositories, world: World) => Promise<unknown>;
const CARDS_OF_COURSE = 'reviewCards.[userId+courseId+isLive+due]';
const cardOf = (world: World) => reviewCardId(world.user.id, { exerciseId: exerciseOf(world) });
const exerciseOf = (world: World) => world.exercises[0]?.[1].id ?? '';

/** Every look-up with the indexes it may use: no other, and none of them whole unless it says so. */
const QUERIES: readonly (readonly [name: string, indexes: readonly string[], query: Query])[] = [
  ['users.getById', ['users.id'], (r, w) => r.users.getById(w.user.id)],
  ['users.getByEmail', ['users.emailKey'], (r, w) => r.users.getByEmail(w.user.email ?? '')],
  ['users.getByUsername', ['users.username'], (r, w) => r.users.getByUsername(w.user.username)],
  ['courses.getById', ['courses.id'], (r, w) => r.courses.getById(w.course.id)],
  ['courses.getBySlug', ['courses.slug'], (r, w) => r.courses.getBySlug(w.course.slug)],
  ['lessons.getById', ['lessons.id'], (r, w) => r.lessons.getById(w.lessons[0].id)],
  ['lessons.getByCourse', ['lessons.[courseId+isLive+order]'], (r, w) => r.lessons.getByCourse(w.course.id)],
  [
    'lessons.getByCourse, removed too',
    ['lessons.[courseId+order]'],
    (r, w) => r.lessons.getByCourse(w.course.id, { includeDeleted: true }),
  ],
  ['exercises.getById', ['exercises.id'], (r, w) => r.exercises.getById(exerciseOf(w))],
  ['exercises.getMany', ['exercises.id'], (r, w) => r.exercises.getMany(w.exercises.flat().map((e) => e.id))],
  ['exercises.getByLesson', ['exercises.[listedIn+order]'], (r, w) => r.exercises.getByLesson(w.lessons[0].id)],
  [
    'exercises.getByLessons',
    ['exercises.[listedIn+order]'],
    (r, w) => r.exercises.getByLessons(w.lessons.map((lesson) => lesson.id)),
  ],
  [
    'exercises.getOutlines',
    ['exercises.[listedIn+order]'],
    (r, w) => r.exercises.getOutlines(w.lessons.map((lesson) => lesson.id)),
  ],
  [
    'exercises.getOutlines, variants too',
    ['exercises.[lessonId+order]'],
    (r, w) => r.exercises.getOutlines(w.lessons.map((lesson) => lesson.id), { includeVariants: true }),
  ],
  ['exercises.getVariants', ['exercises.variantOf'], (r, w) => r.exercises.getVariants(exerciseOf(w))],
  [
    'exercises.countByLessons',
    ['exercises.[listedIn+order]'],
    (r, w) => r.exercises.countByLessons(w.lessons.map((lesson) => lesson.id)),
  ],
  [
    'attempts.getByExercise',
    ['exerciseAttempts.[userId+exerciseId+createdAt]'],
    (r, w) => r.attempts.getByExercise(w.user.id, exerciseOf(w)),
  ],
  [
    'attempts.getByExercises',
    ['exerciseAttempts.[userId+exerciseId+createdAt]'],
    (r, w) => r.attempts.getByExercises(w.user.id, w.exercises.flat().map((exercise) => exercise.id)),
  ],
  [
    'attempts.countByExercise',
    ['exerciseAttempts.[userId+exerciseId+createdAt]'],
    (r, w) => r.attempts.countByExercise(w.user.id, exerciseOf(w)),
  ],
  ['attempts.getRecent', ['exerciseAttempts.[userId+createdAt]'], (r, w) => r.attempts.getRecent(w.user.id, 3)],
  [
    'progress.getUserProgress',
    ['progressSnapshots.[userId+courseId]'],
    (r, w) => r.progress.getUserProgress(w.user.id, w.course.id),
  ],
  ['progress.getAllUserProgress', ['progressSnapshots.[userId+courseId]'], (r, w) => r.progress.getAllUserProgress(w.user.id)],
  ['progress.getByCourse', ['progressSnapshots.courseId'], (r, w) => r.progress.getByCourse(w.course.id)],
  [
    'progress.getCurrentLesson',
    ['lessons.id', 'progressSnapshots.[userId+courseId]'],
    (r, w) => r.progress.getCurrentLesson(w.user.id, w.course.id),
  ],
  ['chat.getThread', ['chatMessages.[userId+threadId+createdAt]'], (r, w) => r.chat.getThread(w.user.id, 'none')],
  ['chat.getByUser', ['chatMessages.[userId+createdAt]'], (r, w) => r.chat.getByUser(w.user.id)],
  ['facts.getByCourse', ['learningFacts.[userId+courseId]'], (r, w) => r.facts.getByCourse(w.user.id, w.course.id)],
  ['drafts.get', ['drafts.id'], (r, w) => r.drafts.get(w.user.id, exerciseOf(w))],
  ['drafts.getByUser', ['drafts.[userId+updatedAt]'], (r, w) => r.drafts.getByUser(w.user.id)],
  ['reviews.getById', ['reviewCards.id'], async (r, w) => (await r.reviews()).getById(cardOf(w))],
  ['reviews.getMany', ['reviewCards.id'], async (r, w) => (await r.reviews()).getMany([cardOf(w)])],
  ['reviews.getByUser', ['reviewCards.[userId+isLive+due]'], async (r, w) => (await r.reviews()).getByUser(w.user.id)],
  ['reviews.getByCourse', [CARDS_OF_COURSE], async (r, w) => (await r.reviews()).getByCourse(w.user.id, w.course.id)],
  ['reviews.getDue', ['reviewCards.[userId+isLive+due]'], async (r, w) => (await r.reviews()).getDue(w.user.id, Infinity, 5)],
  ['reviews.countDue', ['reviewCards.[userId+isLive+due]'], async (r, w) => (await r.reviews()).countDue(w.user.id, Infinity)],
  ['reviews.getDueInCourse', [CARDS_OF_COURSE], async (r, w) => (await r.reviews()).getDueInCourse(w.user.id, w.course.id, Infinity)],
  ['reviews.countDueInCourse', [CARDS_OF_COURSE], async (r, w) => (await r.reviews()).countDueInCourse(w.user.id, w.course.id, Infinity)],
  ['reviews.getLogsByCard', ['reviewLogs.[cardId+at]'], async (r, w) => (await r.reviews()).getLogsByCard(cardOf(w))],
  ['reviews.getLogsSince', ['reviewLogs.[userId+at]'], async (r, w) => (await r.reviews()).getLogsSince(w.user.id, 0)],
  [
    'reviews.getLogsOfCourseSince',
    ['reviewLogs.[userId+courseId+at]'],
    async (r, w) => (await r.reviews()).getLogsOfCourseSince(w.user.id, w.course.id, 0),
  ],
  ['notes.getByLesson', ['notes.[userId+lessonId+createdAt]'], async (r, w) => (await r.notes()).getByLesson(w.user.id, w.lessons[0].id)],
  ['notes.getByCourse', ['notes.[userId+courseId]'], async (r, w) => (await r.notes()).getByCourse(w.user.id, w.course.id)],
  ['notes.getByUser', ['notes.[userId+updatedAt]'], async (r, w) => (await r.notes()).getByUser(w.user.id)],
  ['bookmarks.get', ['bookmarks.id'], async (r, w) => (await r.bookmarks()).get(w.user.id, w.lessons[0].id)],
  ['bookmarks.getByUser', ['bookmarks.[userId+createdAt]'], async (r, w) => (await r.bookmarks()).getByUser(w.user.id, 9)],
  ['bookmarks.getByCourse', ['bookmarks.[userId+courseId]'], async (r, w) => (await r.bookmarks()).getByCourse(w.user.id, w.course.id)],
  ['activity.get', ['activityDays.id'], async (r, w) => (await r.activity()).get(w.user.id, w.course.id, '2026-11-22')],
  ['activity.getAll', ['activityDays.[userId+day]'], async (r, w) => (await r.activity()).getAll(w.user.id)],
  ['activity.getDays', ['activityDays.[userId+day]'], async (r, w) => (await r.activity()).getDays(w.user.id, '2026-11-01', '2026-11-30')],
  [
    'activity.getDaysInCourse',
    ['activityDays.[userId+courseId+day]'],
    async (r, w) => (await r.activity()).getDaysInCourse(w.user.id, w.course.id, '2026-11-01', '2026-11-30'),
  ],
  ['searchParts.getByPack', ['searchParts.packId'], async (r) => (await r.searchParts()).getByPack('tea')],
  ['settings.get', ['settings.id'], (r, w) => r.settings.get(w.user.id, 'theme')],
  ['settings.getAll', ['settings.id'], (r, w) => r.settings.getAll(w.user.id)],
  ['settings.getAll of the device', ['settings.id'], (r) => r.settings.getAll(null)],
  ['tombstones.getByUser', ['tombstones.userId'], (r, w) => r.tombstones.getByUser(w.user.id)],
];

describe('R12: the cost of a look-up grows with what it returns, not with what is stored', () => {
  const measured = new Map<string, { readonly alone: Touches; readonly amongMany: Touches }>();

  // One world for all of them: they only read.
  beforeAll(async () => {
    const { repositories } = await freshDatabase({}, afterAll);
    const world = await buildWorld(repositories);
    const alone = await measureAll(repositories, world);
    await addNoise(repositories);
    const amongMany = await measureAll(repositories, world);
    QUERIES.forEach(([name], i) => {
      const [a, b] = [alone[i], amongMany[i]];
      if (a !== undefined && b !== undefined) measured.set(name, { alone: a, amongMany: b });
    });
  });

  it.each(QUERIES)('%s', (name, indexes) => {
    expect(measured.get(name)?.alone.indexes).toEqual(indexes);
    expect(measured.get(name)?.amongMany).toEqual(measured.get(name)?.alone);
  });

  it('attempts.create', async () => {
    const { repositories } = await freshDatabase();
    const world = await buildWorld(repositories);
    const about = { userId: world.user.id, exerciseId: exerciseOf(world) };
    const create = () => repositories.attempts.create(makeAttempt(about));
    const before = await touchesOf(create);
    await addNoise(repositories);
    expect(before.indexes).toEqual(['exerciseAttempts.id', 'exercises.id', 'users.id']);
    expect(await touchesOf(create)).toEqual(before);
  });

  it.each([
    ['users.getActiveUsers', 'users.[isLive+createdAt]', (r: Repositories) => r.users.getActiveUsers()],
    ['users.getAll', 'users.[isLive+createdAt]', (r: Repositories) => r.users.getAll()],
    ['courses.getAll', 'courses.[isLive+order]', (r: Repositories) => r.courses.getAll()],
  ])('%s never meets what is removed', async (_name, index, query) => {
    const { repositories } = await freshDatabase();
    await buildWorld(repositories);
    const before = await touchesOf(() => query(repositories));
    for (let i = 0; i < 10; i += 1) {
      await repositories.users.delete((await repositories.users.create(makeUser())).id);
      await repositories.courses.delete((await repositories.courses.create(makeCourse())).id);
    }
    expect(before.indexes).toEqual([index]);
    expect(await touchesOf(() => query(repositories))).toEqual(before);
  });

  it('sees a look-up that reads a whole table', async () => {
    const { repositories, db } = await freshDatabase();
    await buildWorld(repositories);
    const scan = await touchesOf(() => db.rows('lessons').toArray());
    expect(scan.indexes.join()).toContain('lessons.id');
    expect(scan.records).toBe(5);
  });
});

async function measureAll(repositories: Repositories, world: World): Promise<Touches[]> {
  const all: Touches[] = [];
  for (const [, , query] of QUERIES) all.push(await touchesOf(() => query(repositories, world)));
  return all;
}

/** Rows of everybody and everything else, in every table. */
async function addNoise(repositories: Repositories): Promise<void> {
  const [reviews, notes, bookmarks] = [await repositories.reviews(), await repositories.notes(), await repositories.bookmarks()];
  const [activity, parts] = [await repositories.activity(), await repositories.searchParts()];
  await parts.replaceAll('coffee', [{ id: 'coffee/0', packId: 'coffee', hash: '', bytes: Uint8Array.of(1) }]);
  await repositories.transact('all', async () => {
    const { course, lessons, exercises } = await buildCourse(repositories);
    for (let i = 0; i < 5; i += 1) {
      const { id: userId } = await repositories.users.create(makeUser());
      await repositories.progress.createOrUpdate(makeSnapshot({ userId, courseId: course.id }));
      await repositories.settings.set(userId, 'theme', 'dark');
      await repositories.chat.create(makeChatMessage({ userId }));
      for (const { id: exerciseId } of exercises[i]?.slice(0, 2) ?? []) {
        await repositories.attempts.create(makeAttempt({ userId, exerciseId }));
        await repositories.drafts.save(makeDraft({ userId, exerciseId }));
        const about = { userId, courseId: course.id, lessonId: lessons[0].id };
        await repositories.facts.record(makeSkip({ ...about, exerciseId }));
        await repositories.exercises.create(makeExercise('TRUE_FALSE', { lessonId: lessons[0].id, variantOf: exerciseId }));
        await reviews.record(makeGrade(await reviews.save(makeExerciseCard({ ...about, exerciseId }))));
        await notes.create(makeNote(about));
        await bookmarks.set(makeBookmark({ ...about, exerciseId }));
      }
      await activity.put(makeActivityDay({ userId, courseId: course.id }));
    }
  });
}
