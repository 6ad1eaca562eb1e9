import type { Dumps, Repositories } from '../../../db/repositories.ts';
import type { Call } from './calls.ts';
import { card, course, draft, graded, lesson, message, note, question, skip, snapshot } from './rows.ts';
import type { World } from './world.ts';

const on = (work: (db: Repositories, world: World) => Promise<unknown>): Call => ({ run: (world) => work(world.strict, world) });
const merging = async (db: Repositories, work: (dumps: Dumps) => Promise<unknown>): Promise<unknown> => {
  const dumps = await db.dumps();
  return db.transact('all', () => work(dumps));
};
const all = { includeDeleted: true };
const answered = { answer: { type: 'TRUE_FALSE', value: true }, verdict: 'PASSED', score: 1, day: '2026-11-22' } as const;

/** Everything is due by then. */
const DUE = Date.UTC(2030, 0);

const teaRow = {
  ...{ id: 'tea', version: '3.0.0', hash: 'c', title: 'Tea', authors: ['Ada'], licence: { text: 'MIT', code: 'MIT' } },
  ...{ size: 1, installedAt: 1 },
};

export const REPOSITORY_CALLS: Readonly<Record<string, Call>> = {
  'db.users.getById': on((db, { adaId }) => db.users.getById(adaId)),
  'db.users.getByEmail': on((db) => db.users.getByEmail('ADA@example.org')),
  'db.users.getByUsername': on((db) => db.users.getByUsername('ada')),
  'db.users.getActiveUsers': on((db) => db.users.getActiveUsers()),
  'db.users.getAll': on((db) => db.users.getAll(all)),
  'db.users.create': on((db) => db.users.create({ id: 'eve', username: 'eve', displayName: 'Eve', email: 'eve@example.org' })),
  'db.users.update': on((db, { adaId }) => db.users.update(adaId, { displayName: 'Ada L.', username: 'adal' })),
  'db.users.delete': on((db, { adaId }) => db.users.delete(adaId)),
  'db.users.restore': on((db, { removedId }) => db.users.restore(removedId)),
  'db.courses.getById': on((db) => db.courses.getById('py')),
  'db.courses.getBySlug': on((db) => db.courses.getBySlug('py')),
  'db.courses.getAll': on((db) => db.courses.getAll()),
  'db.courses.create': on((db) => db.courses.create(course('go'))),
  'db.courses.update': on((db) => db.courses.update('py', { title: 'Snakes', slug: 'snakes' })),
  'db.courses.upsertMany': on((db) => db.courses.upsertMany([course('go'), course('py')])),
  'db.courses.delete': on((db) => db.courses.delete('py')),
  'db.courses.restore': on((db) => db.courses.restore('old')),
  'db.lessons.getById': on((db) => db.lessons.getById('a')),
  'db.lessons.getByCourse': on((db) => db.lessons.getByCourse('py')),
  'db.lessons.create': on((db) => db.lessons.create(lesson('py', 'z', 99))),
  'db.lessons.update': on((db) => db.lessons.update('a', { title: 'First' })),
  'db.lessons.upsertMany': on((db) => db.lessons.upsertMany([98, 99].map((order) => lesson('py', `z${order}`, order)))),
  'db.lessons.delete': on((db) => db.lessons.delete('a')),
  'db.lessons.restore': on((db) => db.lessons.restore('gone')),
  'db.lessons.reorder': on((db) => db.lessons.reorder('py', ['c', 'a', 'b'])),
  'db.exercises.getById': on((db) => db.exercises.getById('a1')),
  'db.exercises.getMany': on((db) => db.exercises.getMany(['a1', 'b1'])),
  'db.exercises.getByLesson': on((db) => db.exercises.getByLesson('a')),
  'db.exercises.getByLessons': on((db) => db.exercises.getByLessons(['a', 'b'])),
  'db.exercises.getOutlines': on((db) => db.exercises.getOutlines(['a', 'b'])),
  'db.exercises.getVariants': on((db) => db.exercises.getVariants('a1')),
  'db.exercises.countByLessons': on((db) => db.exercises.countByLessons(['a', 'b'])),
  'db.exercises.create': on((db) => db.exercises.create(question('a', 'a9', 9))),
  'db.exercises.update': on((db) => db.exercises.update('a1', { points: 2, lessonId: 'b' })),
  'db.exercises.upsertMany': on((db) => db.exercises.upsertMany(['a8', 'a1'].map((id) => question('a', id, 8)))),
  'db.exercises.remove': on((db) => db.exercises.remove('spare')),
  'db.attempts.create': on((db, { adaId }) => db.attempts.create({ ...answered, id: 'new', userId: adaId, exerciseId: 'a1' })),
  'db.attempts.getById': on((db, { attemptId }) => db.attempts.getById(attemptId)),
  'db.attempts.getByExercise': on((db, { adaId }) => db.attempts.getByExercise(adaId, 'a2')),
  'db.attempts.getByExercises': on((db, { adaId }) => db.attempts.getByExercises(adaId, ['a1', 'a2'])),
  'db.attempts.getRecent': on((db, { adaId }) => db.attempts.getRecent(adaId, 3)),
  'db.attempts.countByExercise': on((db, { adaId }) => db.attempts.countByExercise(adaId, 'a2')),
  'db.progress.getUserProgress': on((db, { adaId }) => db.progress.getUserProgress(adaId, 'py')),
  'db.progress.getAllUserProgress': on((db, { adaId }) => db.progress.getAllUserProgress(adaId)),
  'db.progress.getByCourse': on((db) => db.progress.getByCourse('py')),
  'db.progress.createOrUpdate': on((db, { adaId }) => db.progress.createOrUpdate(snapshot(adaId, 'py'))),
  'db.progress.getCurrentLesson': on((db, { adaId }) => db.progress.getCurrentLesson(adaId, 'py')),
  'db.chat.create': on((db, { adaId }) => db.chat.create(message(adaId, 'a', 'a1'))),
  'db.chat.getById': on((db, { messageId }) => db.chat.getById(messageId)),
  'db.chat.getThread': on((db, { adaId }) => db.chat.getThread(adaId, 'thread')),
  'db.chat.getByUser': on((db, { adaId }) => db.chat.getByUser(adaId)),
  'db.chat.setStatus': on((db, { messageId }) => db.chat.setStatus(messageId, 'ANSWERED')),
  'db.facts.record': on((db, { adaId }) => db.facts.record(skip(adaId, 'py', 'c', 'c1'))),
  'db.facts.getById': on((db) => db.facts.getById('none')),
  'db.facts.getByCourse': on((db, { adaId }) => db.facts.getByCourse(adaId, 'py')),
  'db.drafts.get': on((db, { adaId }) => db.drafts.get(adaId, 'a1')),
  'db.drafts.getByUser': on((db, { adaId }) => db.drafts.getByUser(adaId, 2)),
  'db.drafts.save': on((db, { bobId }) => db.drafts.save(draft(bobId, 'c1'))),
  'db.drafts.claim': on((db, { adaId }) => db.drafts.claim(adaId, 'a1', 'that tab')),
  'db.drafts.remove': on((db, { adaId }) => db.drafts.remove(adaId, 'a1')),
  'db.settings.get': on((db, { adaId }) => db.settings.get(adaId, 'theme')),
  'db.settings.set': on((db, { adaId }) => db.settings.set(adaId, 'theme', 'light')),
  'db.settings.getAll': on((db, { adaId }) => db.settings.getAll(adaId)),
  'db.tombstones.get': on((db, { adaId }) => db.tombstones.get(adaId, null)),
  'db.tombstones.getByUser': on((db, { adaId }) => db.tombstones.getByUser(adaId)),
  'db.tombstones.getAll': on((db) => db.tombstones.getAll()),
  'db.dumps.repair': on(async (db, { attemptId }) => {
    const attempt = await db.attempts.getById(attemptId);
    if (attempt !== null) await (await db.dumps()).repair('exerciseAttempts', [{ ...attempt, activeMs: 5 }]);
  }),
  'db.dumps.dump': on(async (db) => (await db.dumps()).dump()),
  'db.dumps.restoreRows': {
    run: () => Promise.resolve(),
    runEmpty: async ({ strict }, { backup }) => {
      const { tables } = JSON.parse(backup) as { tables: unknown };
      return (await strict.dumps()).restoreRows(tables, { version: strict.schemaVersion, onExisting: 'newer' });
    },
  },
  // What merging takes is called within one transaction over all tables.
  'db.dumps.ownedBy': on((db, { adaId }) => merging(db, (dumps) => dumps.ownedBy(adaId))),
  'db.dumps.erasedAmong': on((db) => merging(db, (dumps) => dumps.erasedAmong({}))),
  'db.dumps.coveredBy': on((db, { adaId: userId }) =>
    merging(db, (dumps) => dumps.coveredBy({ id: `${userId}/py`, userId, courseId: 'py', erasedAt: Date.UTC(2030, 0) })),
  ),
  'db.dumps.takeOut': on((db, { adaId }) => merging(db, (dumps) => dumps.takeOut({ drafts: [`${adaId}/a1`], settings: [`${adaId}/theme`] }))),
  'db.dumps.holding': on(async (db, { adaId }) => (await db.dumps()).holding(() => db.users.update(adaId, { displayName: 'Held' }))),
  'db.dumps.putBack': {
    ...on(async (db, { adaId }) => {
      const dumps = await db.dumps();
      const { held } = await dumps.holding(() => db.users.update(adaId, { displayName: 'Held' }));
      await dumps.putBack(held);
    }),
    steps: true,
  },
  'db.inspection.page': on(async (db) => (await db.inspection()).page('users', null, 2)),
  'db.inspection.get': on(async (db, { adaId }) => (await db.inspection()).get('users', [adaId])),
  'db.inspection.discard': on(async (db, { adaId }) => (await db.inspection()).discard('settings', [`${adaId}/theme`])),
  'db.packs.getAll': on(async (db) => (await db.packs()).getAll()),
  'db.packs.getById': on(async (db) => (await db.packs()).getById('tea')),
  'db.packs.put': on(async (db) => (await db.packs()).put(teaRow, new Uint8Array([1]), [])),
  'db.packs.bytes': on(async (db) => {
    const packs = await db.packs();
    return packs.bytes('tea', (await packs.getById('tea'))?.hash ?? '');
  }),
  'db.packs.asset': on(async (db) => (await db.packs()).asset('tea:first', 'cup.svg')),
  'db.reviews.getById': on(async (db) => (await db.reviews()).getById('none')),
  'db.reviews.getMany': on(async (db) => (await db.reviews()).getMany(['none'])),
  'db.reviews.getByUser': on(async (db, { adaId }) => (await db.reviews()).getByUser(adaId)),
  'db.reviews.getByCourse': on(async (db, { adaId }) => (await db.reviews()).getByCourse(adaId, 'py')),
  'db.reviews.getDue': on(async (db, { adaId }) => (await db.reviews()).getDue(adaId, DUE)),
  'db.reviews.getDueInCourse': on(async (db, { adaId }) => (await db.reviews()).getDueInCourse(adaId, 'py', DUE, 2)),
  'db.reviews.countDue': on(async (db, { adaId }) => (await db.reviews()).countDue(adaId, DUE)),
  'db.reviews.countDueInCourse': on(async (db, { adaId }) => (await db.reviews()).countDueInCourse(adaId, 'py', DUE)),
  'db.reviews.save': on(async (db, { adaId }) => (await db.reviews()).save(card(adaId, 'py', 'a', 'a1'))),
  'db.reviews.saveMany': on(async (db, { adaId }) =>
    (await db.reviews()).saveMany(['a1', 'a2'].map((exerciseId) => card(adaId, 'py', 'a', exerciseId))),
  ),
  'db.reviews.record': on(async (db, { adaId }) => {
    const reviews = await db.reviews();
    return db.transact(['reviewCards', 'reviewLogs'], async () => reviews.record(graded(await reviews.save(card(adaId, 'py', 'a', 'a1')))));
  }),
  'db.reviews.getLogsByCard': on(async (db) => (await db.reviews()).getLogsByCard('none')),
  'db.reviews.getLogsSince': on(async (db, { adaId }) => (await db.reviews()).getLogsSince(adaId, 0)),
  'db.reviews.getLogsOfCourseSince': on(async (db, { adaId }) => (await db.reviews()).getLogsOfCourseSince(adaId, 'py', 0)),
  'db.notes.create': on(async (db, { adaId }) => (await db.notes()).create(note(adaId, 'py', 'a'))),
  'db.notes.getById': on(async (db) => (await db.notes()).getById('none')),
  'db.notes.getByLesson': on(async (db, { adaId }) => (await db.notes()).getByLesson(adaId, 'a')),
  'db.notes.getByCourse': on(async (db, { adaId }) => (await db.notes()).getByCourse(adaId, 'py')),
  'db.notes.getByUser': on(async (db, { adaId }) => (await db.notes()).getByUser(adaId)),
  'db.notes.update': on(async (db, { noteId }) => (await db.notes()).update(noteId, { body: 'Anew.' })),
  'db.notes.remove': on(async (db, { noteId }) => (await db.notes()).remove(noteId)),
  'db.bookmarks.get': on(async (db, { adaId }) => (await db.bookmarks()).get(adaId, 'a')),
  'db.bookmarks.getByUser': on(async (db, { adaId }) => (await db.bookmarks()).getByUser(adaId)),
  'db.bookmarks.getByCourse': on(async (db, { adaId }) => (await db.bookmarks()).getByCourse(adaId, 'py')),
  'db.bookmarks.set': on(async (db, { adaId: userId }) =>
    (await db.bookmarks()).set({ userId, courseId: 'py', lessonId: 'a', exerciseId: 'a1' }),
  ),
  'db.bookmarks.remove': on(async (db, { adaId }) => (await db.bookmarks()).remove(adaId, 'a')),
  'db.activity.get': on(async (db, { adaId }) => (await db.activity()).get(adaId, 'py', '2026-11-22')),
  'db.activity.getAll': on(async (db, { adaId }) => (await db.activity()).getAll(adaId)),
  'db.activity.getDays': on(async (db, { adaId }) => (await db.activity()).getDays(adaId, '2026-01-01', '2026-12-31')),
  'db.activity.getDaysInCourse': on(async (db, { adaId }) => (await db.activity()).getDaysInCourse(adaId, 'py', '2026-01-01', '2026-12-31')),
  'db.activity.put': on(async (db, { adaId }) => {
    const activity = await db.activity();
    const [day] = await activity.getAll(adaId);
    if (day !== undefined) await activity.put(day);
  }),
  'db.activity.replaceAll': on(async (db, { adaId }) => {
    const activity = await db.activity();
    await activity.replaceAll(adaId, await activity.getAll(adaId));
  }),
  'db.searchParts.getByPack': on(async (db) => (await db.searchParts()).getByPack('tea')),
  'db.searchParts.hashes': on(async (db) => (await db.searchParts()).hashes()),
  'db.searchParts.replaceAll': on(async (db) =>
    (await db.searchParts()).replaceAll('tea', [{ id: 'tea/0', packId: 'tea', hash: 'h', bytes: Uint8Array.of(1) }]),
  ),
  'db.searchParts.remove': on(async (db) => (await db.searchParts()).remove('tea')),
  'db.writes': on((db) => Promise.resolve(db.writes())),
  'db.erasures.erase': on(async (db, { adaId }) => (await db.erasures()).erase(adaId)),
  'db.erasures.eraseCourseHistory': on(async (db, { adaId }) => (await db.erasures()).eraseCourseHistory(adaId, 'py')),
  'db.erasures.undoErase': {
    ...on(async (db, { adaId }) => {
      const erasures = await db.erasures();
      await erasures.undoErase(await erasures.erase(adaId));
    }),
    steps: true,
  },
  'db.count': on((db) => db.count()),
  'db.lookUp': on((db, { attemptId }) => db.lookUp('exerciseAttempts', [attemptId, 'none'])),
  'db.transact': on((db, { adaId }) =>
    db.transact(['users', 'settings'], async () => {
      await db.users.update(adaId, { displayName: 'A.' });
      await db.settings.set(null, 'k', 1);
    }),
  ),
  'db.read': on((db, { adaId }) => db.read(['users'], () => db.users.getById(adaId))),
};
