import { describe, expect, it } from 'vitest';
import { everythingIn } from '../../../db/open.ts';
import { makeBookmark } from '../../../factories/bookmark.ts';
import { makeNote } from '../../../factories/note.ts';
import { makeExerciseCard } from '../../../factories/review-card.ts';
import { makeGrade } from '../../../factories/review-log.ts';
import { answerTrueFalse, enrolled, unwrap } from '../learner.ts';
import { freshDevice, signUp, type Device } from '../set-up.ts';
import { bring, factsIn, sorted, twoDevices, untimed } from './two-devices.ts';

const partsOf = async ({ repositories }: Device) => ({
  reviews: await repositories.reviews(),
  notes: await repositories.notes(),
  bookmarks: await repositories.bookmarks(),
});

describe('merging', () => {
  it('puts together what was done on two devices, and R9: the snapshot says so', async () => {
    const { one, two, userId } = await twoDevices();
    await answerTrueFalse(one, userId, 'a1', true);
    await answerTrueFalse(two, userId, 'b1', true);
    const { users, brought } = await bring(two, one);
    expect(users.map(({ id }) => id)).toEqual([userId]);
    expect(brought).toMatchObject({ exerciseAttempts: 1, drafts: 1 });
    expect(await one.services.attempts.history(userId, 'a1')).toHaveLength(2);
    expect(await one.repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completedExerciseIds: ['a1', 'b1'] });
  });

  it('changes nothing the second time', async () => {
    const { one, two, userId } = await twoDevices();
    await answerTrueFalse(two, userId, 'b1', true);
    await bring(two, one);
    const before = await everythingIn(one.repositories);
    const { brought } = await bring(two, one);
    expect(brought).toEqual({});
    expect(await everythingIn(one.repositories)).toEqual(before);
  });

  it('keeps a lesson completed on both when it was first completed', async () => {
    const { one, two, userId } = await twoDevices();
    await two.services.progress.advanceToNextLesson(userId, 'py', 'a');
    await one.services.progress.advanceToNextLesson(userId, 'py', 'a');
    await bring(two, one);
    await bring(one, two);
    expect(await factsIn(one.repositories)).toEqual(await factsIn(two.repositories));
    expect((await one.repositories.facts.getByCourse(userId, 'py'))[0]?.at).toBeLessThan(one.clock.now + 1_000);
  });

  it('lists what differs, proposes the later, and writes over nothing unasked', async () => {
    const { one, two, userId } = await twoDevices();
    await one.services.settings.set(userId, { theme: 'dark', textSize: 1.2 });
    await two.services.settings.set(userId, { theme: 'sepia', textSize: 1.2 });
    await answerTrueFalse(two, userId, 'a1', true);
    const { text } = await two.services.backups.exportAll();
    const { conflicts } = unwrap(await one.services.backups.preview(text));
    expect(conflicts).toMatchObject([
      { kind: 'draft', who: 'Ada', proposed: 'file' },
      { kind: 'setting', about: 'theme', here: { words: 'dark' }, file: { words: 'sepia' }, proposed: 'file' },
    ]);
    unwrap(await one.services.backups.restore(text, { mode: 'merge' }));
    expect(await one.services.settings.values(userId)).toMatchObject({ theme: 'dark' });
    unwrap(await one.services.backups.restore(text, { mode: 'merge', choices: { [conflicts[1]?.id ?? '']: 'file' } }));
    expect(await one.services.settings.values(userId)).toMatchObject({ theme: 'sepia' });
    expect(await one.repositories.drafts.get(userId, 'a1')).toMatchObject({ answer: { value: false } });
  });

  it('R5: brings nothing back that was erased here', async () => {
    const { one, two, userId } = await twoDevices();
    await answerTrueFalse(two, userId, 'a1', true);
    one.clock.now = two.clock.now;
    await one.services.profiles.eraseCourse(userId, 'py');
    const { erased } = await bring(two, one);
    expect(erased).toBeGreaterThan(0);
    expect(await one.services.attempts.history(userId, 'a1')).toEqual([]);
    await one.services.profiles.erase(userId);
    const { users } = await bring(two, one);
    expect(users).toEqual([]);
    expect(await one.repositories.users.getAll({ includeDeleted: true })).toEqual([]);
  });

  it('R5: asks before it erases here what was erased there; what was done since then stays', async () => {
    const { one, two, userId } = await twoDevices();
    await two.services.profiles.eraseCourse(userId, 'py');
    one.clock.now = two.clock.now + 1_000;
    await answerTrueFalse(one, userId, 'b1', true);
    const { text } = await two.services.backups.exportAll();
    const { conflicts } = unwrap(await one.services.backups.preview(text));
    expect(conflicts).toMatchObject([{ kind: 'erased', proposed: 'here', here: { words: '1' } }]);
    unwrap(await one.services.backups.restore(text, { mode: 'merge' }));
    expect(await one.services.attempts.history(userId, 'a1')).toHaveLength(1);
    expect(await one.repositories.tombstones.getAll()).toEqual([]);
    unwrap(await one.services.backups.restore(text, { mode: 'merge', choices: { [conflicts[0]?.id ?? '']: 'file' } }));
    expect(await one.services.attempts.history(userId, 'a1')).toEqual([]);
    expect(await one.services.attempts.history(userId, 'b1')).toHaveLength(1);
    expect(await one.repositories.tombstones.getAll()).toHaveLength(1);
  });

  it('unites reviews, notes and bookmarks: the card changed last stands, a bookmark is as old as its oldest, and a note is asked about', async () => {
    const { one, two, userId } = await twoDevices();
    const about = { userId, courseId: 'py', lessonId: 'a' };
    const [mine, theirs] = [await partsOf(one), await partsOf(two)];
    const note = await mine.notes.create(makeNote({ ...about, body: 'first' }));
    await bring(one, two);
    const early = await mine.bookmarks.set(makeBookmark(about));
    await theirs.bookmarks.set(makeBookmark(about));
    const card = await mine.reviews.save(makeExerciseCard({ ...about, exerciseId: 'a1' }));
    const [graded, late] = [makeGrade(card, { at: one.clock.now }), makeGrade(card, { at: two.clock.now })];
    await mine.reviews.record(graded);
    const later = await theirs.reviews.save(makeExerciseCard({ ...about, exerciseId: 'a1', phase: 'REVIEW', reps: 1 }));
    await theirs.reviews.record(late);
    await theirs.notes.update(note.id, { body: 'second' });

    const { text } = await two.services.backups.exportAll();
    const { conflicts } = unwrap(await one.services.backups.preview(text));
    expect(conflicts).toMatchObject([{ kind: 'note', who: 'Ada', here: { words: 'first' }, file: { words: 'second' }, proposed: 'file' }]);
    unwrap(await one.services.backups.restore(text, { mode: 'merge' }));
    await bring(one, two);
    for (const { reviews, bookmarks } of [mine, theirs]) {
      expect(await reviews.getById(card.id)).toEqual(later);
      expect((await reviews.getLogsByCard(card.id)).map(({ id }) => id)).toEqual([graded.id, late.id]);
      expect(await bookmarks.get(userId, 'a')).toEqual(early);
    }
    expect([(await mine.notes.getById(note.id))?.body, (await theirs.notes.getById(note.id))?.body]).toEqual(['first', 'second']);
    unwrap(await one.services.backups.restore(text, { mode: 'merge', choices: { [conflicts[0]?.id ?? '']: 'file' } }));
    expect(await mine.notes.getById(note.id)).toMatchObject({ body: 'second' });
  });

  it('gives a learner who is another one here their cards and logs under that one’s name', async () => {
    const { one, userId } = await twoDevices();
    const { reviews } = await partsOf(one);
    await reviews.record(makeGrade(await reviews.save(makeExerciseCard({ userId, courseId: 'py', lessonId: 'a', exerciseId: 'a1' }))));
    const other = await freshDevice();
    const { id } = await signUp(other, 'Ada');
    await bring(one, other, { same: { [userId]: id } });
    const cardId = `${id}/a1`;
    const theirs = await partsOf(other);
    expect(await theirs.reviews.getById(cardId)).toMatchObject({ userId: id });
    expect(await theirs.reviews.getLogsByCard(cardId)).toMatchObject([{ userId: id, cardId }]);
  });

  it('brings a course that is not here, and its learner beside those who are', async () => {
    const one = await enrolled({ id: 'js', lessons: { x: ['x1'] } });
    await answerTrueFalse(one, one.userId, 'x1', true);
    const two = await freshDevice();
    const ben = await signUp(two, 'Ben');
    const { text } = await one.services.backups.exportAll({ userId: one.userId });
    expect(unwrap(await two.services.backups.preview(text))).toMatchObject({
      persons: [{ displayName: 'Ada', likeness: 'new', attempts: 1 }],
      courses: [{ isHere: false }],
      fresh: { users: 1, exerciseAttempts: 1 },
      conflicts: [],
    });
    unwrap(await two.services.backups.restore(text, { mode: 'merge' }));
    expect((await two.services.profiles.list()).map(({ displayName }) => displayName).sort()).toEqual(['Ada', 'Ben']);
    expect(await two.services.profiles.current()).toMatchObject({ id: ben.id });
    expect(await two.services.courses.overview(one.userId, 'js')).not.toBeNull();
  });
});

describe('what differs', () => {
  it('may be where one is in a course: the snapshot goes where it was chosen to', async () => {
    const { one, two, userId } = await twoDevices();
    await one.services.progress.saveProgress(userId, 'py', 'b');
    await two.services.progress.saveProgress(userId, 'py', 'c');
    const { text } = await two.services.backups.exportAll();
    const { conflicts } = unwrap(await one.services.backups.preview(text));
    expect(conflicts).toMatchObject([{ kind: 'place', who: 'Ada', proposed: 'file' }]);
    unwrap(await one.services.backups.restore(text, { mode: 'merge' }));
    expect((await one.services.progress.getCurrentLesson(userId, 'py'))?.id).toBe('b');
    unwrap(await one.services.backups.restore(text, { mode: 'merge', choices: { [conflicts[0]?.id ?? '']: 'file' } }));
    expect((await one.services.progress.getCurrentLesson(userId, 'py'))?.id).toBe('c');
  });

  it('may be the profile: its name and e-mail change where that is chosen, and never to what somebody else has', async () => {
    const { one, two, userId } = await twoDevices();
    await two.repositories.users.update(userId, { displayName: 'Ada L', email: 'ada@example.org' });
    await one.repositories.users.create({ id: 'eve', username: 'eve', displayName: 'Eve', email: 'ADA@example.org' });
    const { text } = await two.services.backups.exportAll();
    const { conflicts } = unwrap(await one.services.backups.preview(text));
    expect(conflicts).toMatchObject([{ kind: 'profile', here: { words: 'Ada' }, file: { words: 'Ada L, ada@example.org' } }]);
    unwrap(await one.services.backups.restore(text, { mode: 'merge', choices: { [conflicts[0]?.id ?? '']: 'file' } }));
    expect(await one.repositories.users.getById(userId)).toMatchObject({ displayName: 'Ada L', email: null });
  });
});

describe('who is who', () => {
  it.each([
    [{ displayName: 'A. Lovelace', email: 'ada@example.org' }, { email: 'Ada@Example.org' }, 'email'],
    [{ displayName: 'A. Lovelace', username: 'ada' }, {}, 'username'],
    [{ displayName: 'ADA', username: 'ada-99' }, {}, 'name'],
    [{ displayName: 'Ben', username: 'ben' }, {}, null],
  ])('is told by what is alike: %j', async (theirs, ours, why) => {
    const one = await enrolled();
    await one.repositories.users.update(one.userId, theirs);
    const two = await enrolled();
    await two.repositories.users.update(two.userId, ours);
    const { text } = await one.services.backups.exportAll();
    expect(unwrap(await two.services.backups.preview(text)).persons).toMatchObject([{ likeness: why === null ? 'new' : 'alike', why }]);
  });

  it('does not stop a course and a learner whose names are taken here', async () => {
    const one = await enrolled({ id: 'mine' });
    await one.repositories.courses.update('mine', { slug: 'py' });
    const two = await enrolled();
    await bring(one, two);
    expect((await two.repositories.users.getAll()).map(({ username }) => username).sort()).toEqual(['ada', 'ada-2']);
    expect(await two.repositories.courses.getById('mine')).toMatchObject({ slug: 'py-2' });
  });
});

describe('a learner who began anew on a second device', () => {
  async function strangers() {
    const one = await enrolled();
    const two = await enrolled();
    two.clock.now += 5_000;
    for (const device of [one, two]) await answerTrueFalse(device, device.userId, 'a1', true);
    await one.services.progress.advanceToNextLesson(one.userId, 'py', 'a');
    return { one, two, file: (await one.services.backups.exportAll({ userId: one.userId })).text };
  }

  it('is asked about, and stays apart unless they say so', async () => {
    const { one, two, file } = await strangers();
    expect(unwrap(await two.services.backups.preview(file)).persons).toMatchObject([
      { id: one.userId, likeness: 'alike', why: 'name', here: { id: two.userId } },
    ]);
    unwrap(await two.services.backups.restore(file, { mode: 'merge' }));
    expect(await two.services.profiles.list()).toHaveLength(2);
    expect(await two.services.attempts.history(two.userId, 'a1')).toHaveLength(1);
  });

  it('becomes one with themself, and is known the next time, from either side', async () => {
    const { one, two, file } = await strangers();
    unwrap(await two.services.backups.restore(file, { mode: 'merge', same: { [one.userId]: two.userId } }));
    expect(await two.services.profiles.list()).toHaveLength(1);
    expect(await two.services.attempts.history(two.userId, 'a1')).toHaveLength(2);
    expect(await two.repositories.progress.getUserProgress(two.userId, 'py')).toMatchObject({ completedLessonIds: ['a'] });
    await answerTrueFalse(one, one.userId, 'b1', true);
    const later = await one.services.backups.exportAll();
    expect(unwrap(await two.services.backups.preview(later.text)).persons).toMatchObject([{ likeness: 'alias', here: { id: two.userId } }]);
    unwrap(await two.services.backups.restore(later.text, { mode: 'merge' }));
    expect(await two.services.attempts.history(two.userId, 'b1')).toHaveLength(1);
    const back = await two.services.backups.exportAll({ userId: two.userId });
    expect(unwrap(await one.services.backups.preview(back.text)).persons).toMatchObject([{ likeness: 'alias', here: { id: one.userId } }]);
    await bring(two, one);
    expect((await one.services.profiles.list()).map(({ id }) => id)).toEqual([one.userId]);
    expect((await everythingIn(one.repositories)).exerciseAttempts).toHaveLength(3);
  });

  it('R5: erased here, stays erased under the other id too', async () => {
    const { one, two, file } = await strangers();
    unwrap(await two.services.backups.restore(file, { mode: 'merge', same: { [one.userId]: two.userId } }));
    await two.services.profiles.erase(two.userId);
    expect(unwrap(await two.services.backups.restore(file, { mode: 'merge' })).users).toEqual([]);
    expect(unwrap(await two.services.backups.preview(file)).persons).toMatchObject([{ likeness: 'erased' }]);
  });
});

describe('replacing', () => {
  it('puts the file in the place of what these learners have here; others keep what they have', async () => {
    const { one, two, userId } = await twoDevices();
    const ben = await signUp(one, 'Ben');
    await answerTrueFalse(one, ben.id, 'a1', true);
    await answerTrueFalse(one, userId, 'b1', true);
    await one.services.settings.set(userId, { theme: 'dark' });
    await one.services.profiles.rename(userId, 'Ada L');
    await answerTrueFalse(two, userId, 'c1', true);
    const { text } = await two.services.backups.exportAll();
    expect(unwrap(await one.services.backups.preview(text)).onlyHere).toMatchObject({ exerciseAttempts: 1, settings: 1 });
    unwrap(await one.services.backups.restore(text, { mode: 'replace' }));
    for (const table of ['exerciseAttempts', 'learningFacts', 'progressSnapshots'] as const) {
      const theirs = sorted(await everythingIn(two.repositories, { userId }))[table]?.map(({ id }) => id);
      expect([table, sorted(await everythingIn(one.repositories, { userId }))[table]?.map(({ id }) => id)]).toEqual([table, theirs]);
    }
    expect(await one.repositories.users.getById(userId)).toMatchObject({ displayName: 'Ada' });
    expect(await one.services.settings.values(userId)).toMatchObject({ theme: 'system' });
    expect(await one.services.attempts.history(ben.id, 'a1')).toHaveLength(1);
    expect(await one.repositories.tombstones.getAll()).toEqual([]);
  });
});

describe('undoing', () => {
  it.each(['merge', 'replace'] as const)('a %s puts back exactly what was there', async (mode) => {
    const { one, two, userId } = await twoDevices();
    await one.services.settings.set(userId, { theme: 'dark' });
    await two.services.settings.set(userId, { theme: 'sepia' });
    await two.services.profiles.rename(userId, 'Ada L');
    await one.services.progress.advanceToNextLesson(userId, 'py', 'a');
    await two.services.progress.advanceToNextLesson(userId, 'py', 'a');
    await answerTrueFalse(one, userId, 'b1', false);
    await answerTrueFalse(two, userId, 'c1', true);
    await signUp(two, 'Ben');
    const before = await everythingIn(one.repositories);
    const { text } = await two.services.backups.exportAll();
    const { conflicts } = unwrap(await one.services.backups.preview(text));
    const choices = Object.fromEntries(conflicts.map(({ id }) => [id, 'file'] as const));
    const { undo } = unwrap(await one.services.backups.restore(text, { mode, choices }));
    expect(untimed(await everythingIn(one.repositories))).not.toEqual(untimed(before));
    await undo();
    expect(untimed(await everythingIn(one.repositories))).toEqual(untimed(before));
    await undo();
    expect(untimed(await everythingIn(one.repositories))).toEqual(untimed(before));
  });

  it('keeps what was done since then, and whom it was done by', async () => {
    const { one, two, userId } = await twoDevices();
    await answerTrueFalse(two, userId, 'b1', true);
    const ben = await signUp(two, 'Ben');
    const { undo } = await bring(two, one);
    await answerTrueFalse(one, ben.id, 'a1', true);
    await answerTrueFalse(one, userId, 'c1', true);
    await undo();
    expect(await one.services.attempts.history(userId, 'b1')).toEqual([]);
    expect(await one.services.attempts.history(userId, 'c1')).toHaveLength(1);
    expect(await one.services.attempts.history(ben.id, 'a1')).toHaveLength(1);
    expect(await one.repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completedExerciseIds: ['c1'] });
  });
});

describe('R15: a backup of an earlier schema', () => {
  it.each([1, 2])('%i merges into this one', async (schema) => {
    const { one, two, userId } = await twoDevices();
    await answerTrueFalse(two, userId, 'b1', true);
    await two.services.progress.advanceToNextLesson(userId, 'py', 'b');
    const { text } = await two.services.backups.exportAll({ schema });
    unwrap(await one.services.backups.restore(text, { mode: 'merge' }));
    expect(await one.services.attempts.history(userId, 'a1')).toHaveLength(1);
    expect(await one.services.attempts.history(userId, 'b1')).toHaveLength(1);
    expect(await one.repositories.progress.getUserProgress(userId, 'py')).toMatchObject({ completedLessonIds: ['b'] });
  });
});
