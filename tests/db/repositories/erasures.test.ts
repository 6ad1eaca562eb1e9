import { describe, expect, it } from 'vitest';
import type { AnyDump } from '../../../db/versions/version.ts';
import { makeActivityDay } from '../../factories/activity-day.ts';
import { makeAttempt } from '../../factories/attempt.ts';
import { makeChatContext, makeChatMessage } from '../../factories/chat-message.ts';
import { makeSnapshot } from '../../factories/progress-snapshot.ts';
import { makeUser } from '../../factories/user.ts';
import { buildCourse, buildWorld } from '../../factories/world.ts';
import { everythingIn, freshDatabase } from '../open.ts';

const CHANGED = ['users', 'courses', 'lessons'];
const countsOf = (dump: AnyDump) => Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, rows.length]));
const sorted = (dump: AnyDump) =>
  Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))]));

describe('erasing a learner', () => {
  it('R5: takes all that hangs on them, leaves a tombstone, and touches nobody else', async () => {
    const { repositories } = await freshDatabase();
    const { user } = await buildWorld(repositories);
    await repositories.settings.set(user.id, 'theme', 'dark');
    await repositories.settings.set(null, 'theme', 'light');
    const other = await buildWorld(repositories);
    const before = await everythingIn(repositories, { userId: other.user.id });

    const erased = await (await repositories.erasures()).erase(user.id);
    const after = await everythingIn(repositories);
    const mine = Object.entries(after).filter(([table, rows]) =>
      table !== 'tombstones' && rows.some((row) => row.userId === user.id || row.id === user.id));
    expect(mine).toEqual([]);
    expect(sorted(await everythingIn(repositories, { userId: other.user.id }))).toEqual(sorted(before));
    expect(await repositories.tombstones.getByUser(user.id)).toEqual([erased.tombstone]);
    expect(await repositories.settings.getAll(null)).toHaveLength(1);
    expect(countsOf(erased.rows as unknown as AnyDump)).toMatchObject({
      users: 1,
      exerciseAttempts: 7,
      progressSnapshots: 1,
      chatMessages: 1,
      learningFacts: 4,
      drafts: 1,
      reviewCards: 2,
      reviewLogs: 2,
      notes: 1,
      bookmarks: 2,
      settings: 1,
    });
  });

  it('R5: is undone from the held copy', async () => {
    const { repositories } = await freshDatabase();
    const { user } = await buildWorld(repositories);
    const before = await everythingIn(repositories);
    await (await repositories.erasures()).undoErase(await (await repositories.erasures()).erase(user.id));
    expect(sorted(await everythingIn(repositories))).toEqual(sorted(before));
  });

  it('R5: is not undone over a new learner of the same username', async () => {
    const { repositories } = await freshDatabase();
    const { user } = await buildWorld(repositories, { username: 'jane' });
    const erased = await (await repositories.erasures()).erase(user.id);
    await repositories.users.create(makeUser({ username: 'jane' }));
    await expect((await repositories.erasures()).undoErase(erased)).rejects.toMatchObject({ violations: [{ field: 'username' }] });
    expect(await repositories.tombstones.get(user.id, null)).not.toBeNull();
  });

  it('throws NotFound for nobody', async () => {
    const { repositories } = await freshDatabase();
    await expect((await repositories.erasures()).erase('nobody')).rejects.toMatchObject({ type: 'NotFound' });
  });
});

describe('erasing a learner’s history in a course', () => {
  it('R5: takes what they did there, removed lessons included, and nothing else', async () => {
    const { repositories } = await freshDatabase();
    const { user, course, lessons } = await buildWorld(repositories);
    const elsewhere = await buildCourse(repositories);
    const exerciseId = elsewhere.exercises[0]?.[0].id ?? '';
    const kept = await repositories.attempts.create(makeAttempt({ userId: user.id, exerciseId }));
    const aside = await repositories.chat.create(makeChatMessage({ userId: user.id }));
    const context = makeChatContext({ courseId: course.id });
    await repositories.chat.create(makeChatMessage({ userId: user.id, context }));
    await repositories.lessons.delete(lessons[0].id);

    const { tombstone } = await (await repositories.erasures()).eraseCourseHistory(user.id, course.id);
    const after = await everythingIn(repositories);
    expect(after.exerciseAttempts).toEqual([kept]);
    expect(after.chatMessages).toEqual([aside]);
    for (const table of ['progressSnapshots', 'learningFacts', 'drafts', 'reviewCards', 'reviewLogs', 'notes', 'bookmarks']) expect(after[table]).toEqual([]);
    expect(after.lessons).toHaveLength(10);
    expect(await repositories.users.getById(user.id)).toEqual(user);
    expect(await repositories.tombstones.get(user.id, course.id)).toEqual(tombstone);
  });

  it('R5: is undone, and what was done since then stays where both have a row', async () => {
    const { repositories } = await freshDatabase();
    const { user, course, lessons } = await buildWorld(repositories);
    const attempts = await repositories.attempts.getRecent(user.id, 99);
    const erased = await (await repositories.erasures()).eraseCourseHistory(user.id, course.id);
    const anew = makeSnapshot({ userId: user.id, courseId: course.id, currentLessonId: lessons[0].id });
    const snapshot = await repositories.progress.createOrUpdate(anew);
    await (await repositories.erasures()).undoErase(erased);
    expect(await repositories.attempts.getRecent(user.id, 99)).toEqual(attempts);
    expect(await repositories.progress.getUserProgress(user.id, course.id)).toEqual(snapshot);
    expect(await repositories.tombstones.getAll()).toEqual([]);
  });

  it('R5: an undo brings an earlier erasure’s tombstone back', async () => {
    const { repositories } = await freshDatabase();
    const { user, course } = await buildWorld(repositories);
    const { tombstone } = await (await repositories.erasures()).eraseCourseHistory(user.id, course.id);
    await (await repositories.erasures()).undoErase(await (await repositories.erasures()).eraseCourseHistory(user.id, course.id));
    expect(await repositories.tombstones.getAll()).toEqual([tombstone]);
  });
});

describe('days of activity', () => {
  it('R5: go with the learner, or with their history in the course', async () => {
    const { repositories } = await freshDatabase();
    const { user, course } = await buildWorld(repositories);
    const other = await buildWorld(repositories);
    const activity = await repositories.activity();
    const day = (userId: string, courseId: string) => makeActivityDay({ userId, courseId });
    const [mine, elsewhere, theirs] = [day(user.id, course.id), day(user.id, other.course.id), day(other.user.id, course.id)];
    for (const one of [mine, elsewhere, theirs]) await activity.put(one);
    await (await repositories.erasures()).eraseCourseHistory(user.id, course.id);
    expect(await activity.getAll(user.id)).toEqual([elsewhere]);
    await (await repositories.erasures()).erase(user.id);
    expect(await activity.getAll(user.id)).toEqual([]);
    expect(await activity.getAll(other.user.id)).toEqual([theirs]);
  });
});

describe('removing', () => {
  it('R5, R6: a learner, a course or its lessons takes no history along, and comes back whole', async () => {
    const { repositories } = await freshDatabase();
    const { user, course, lessons } = await buildWorld(repositories);
    const before = await everythingIn(repositories);
    await repositories.users.delete(user.id);
    await repositories.courses.delete(course.id);
    for (const lesson of lessons) await repositories.lessons.delete(lesson.id);
    const removed = await everythingIn(repositories);
    for (const [table, rows] of Object.entries(removed))
      if (!CHANGED.includes(table)) expect(rows).toEqual(before[table]);
    await repositories.users.restore(user.id);
    await repositories.courses.restore(course.id);
    for (const lesson of lessons) await repositories.lessons.restore(lesson.id);
    expect(await repositories.lessons.getByCourse(course.id, { publishedOnly: true })).toHaveLength(4);
    expect(await repositories.progress.getUserProgress(user.id, course.id)).not.toBeNull();
  });
});
