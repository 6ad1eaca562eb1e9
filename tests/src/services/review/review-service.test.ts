import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { QuotaExceeded } from '../../../../db/errors.ts';
import type { ReviewGrade } from '../../../../db/models/review-log.ts';
import { replay } from '../../../../src/core/review/schedule.ts';
import { DEFAULT_REVIEW_SETTINGS } from '../../../../src/core/review/settings.ts';
import { answerTrueFalse, unwrap } from '../learner.ts';
import { DAY, HOUR, reviewer, withDue, type Reviewer } from './reviewer.ts';

const idsOf = (items: readonly { readonly card: { readonly id: string } }[]) => items.map(({ card }) => card.id);
const rows = async ({ repositories, userId }: Reviewer) => (await repositories.reviews()).getByUser(userId);

async function gradeFirst(learner: Reviewer, grade: ReviewGrade) {
  const [item] = (await learner.reviews.session(learner.userId)).items;
  if (item === undefined) throw new Error('nothing is due');
  return unwrap(await learner.reviews.grade({ cardId: item.card.id, exerciseId: item.exercise.id, grade, attemptId: null }));
}

describe('the queue', () => {
  it('brings nothing to one who did nothing', async () => {
    const learner = await reviewer();
    expect(await learner.reviews.due(learner.userId)).toEqual({ count: 0, minutes: 0 });
    expect(await rows(learner)).toEqual([]);
  });

  it('holds what was missed at once, and the objectives of a completed lesson half a day later', async () => {
    const learner = await reviewer();
    const { userId, clock, reviews } = learner;
    await answerTrueFalse(learner, userId, 'a2', false);
    await answerTrueFalse(learner, userId, 'a2', true);
    await answerTrueFalse(learner, userId, 'a1', true);
    expect(idsOf((await reviews.session(userId)).items)).toEqual([`${userId}/a2`]);
    clock.now += 13 * HOUR;
    expect(idsOf((await reviews.session(userId)).items)).toEqual([`${userId}/a2`, `${userId}/a#o1`]);
  });

  it('asked twice, or by two tabs at once, brings each card once and leaves those that are there alone', async () => {
    const learner = await withDue();
    const other = await (await learner.openTab('tab 2')).services.reviews();
    await Promise.all([learner.reviews.due(learner.userId), other.due(learner.userId)]);
    const before = await rows(learner);
    await gradeFirst(learner, 3);
    await other.due(learner.userId);
    const after = await rows(learner);
    expect(before).toHaveLength(2);
    expect(after).toHaveLength(2);
    expect(after.filter(({ reps }) => reps === 1)).toHaveLength(1);
  });

  it('on a full disk shows what there is', async () => {
    const learner = await withDue();
    await learner.reviews.due(learner.userId);
    await answerTrueFalse(learner, learner.userId, 'b1', false);
    await answerTrueFalse(learner, learner.userId, 'b1', true);
    vi.spyOn(learner.repositories, 'transact').mockRejectedValue(new QuotaExceeded());
    expect((await learner.reviews.session(learner.userId)).items).toHaveLength(2);
  });
});

describe('a session', () => {
  it('asks a variant of what was done in the lesson, and says why and of what', async () => {
    const learner = await withDue();
    const { items, count, minutes, left } = await learner.reviews.session(learner.userId);
    expect([count, minutes, left]).toEqual([2, 1, 0]);
    expect(items.map(({ exercise, reason, lesson, course }) => [exercise.id, reason, lesson.id, course.id])).toEqual([
      ['a2', { kind: 'MISSED' }, 'a', 'py'],
      ['a1~', { kind: 'OBJECTIVE', text: 'to know a' }, 'a', 'py'],
    ]);
  });

  it('tells a revealed exercise from a missed one', async () => {
    const learner = await reviewer();
    await answerTrueFalse(learner, learner.userId, 'a1', true, { solutionRevealed: true });
    const [item] = (await learner.reviews.session(learner.userId)).items;
    expect(item?.reason).toEqual({ kind: 'REVEALED' });
  });

  it('leaves out what its course no longer shows', async () => {
    const learner = await withDue();
    await learner.reviews.due(learner.userId);
    await learner.repositories.lessons.update('a', { isPublished: false });
    expect(await learner.reviews.session(learner.userId)).toMatchObject({ items: [], count: 0 });
  });

  it('brings at most as many new cards a day as the course allows, those of today counted', async () => {
    const learner = await withDue();
    const { reviews, userId } = learner;
    unwrap(await reviews.changeSettings(userId, 'py', { newPerDay: 1 }));
    expect(idsOf((await reviews.session(userId)).items)).toEqual([`${userId}/a2`]);
    await gradeFirst(learner, 4);
    expect(await reviews.due(userId)).toEqual({ count: 0, minutes: 0 });
    learner.clock.now += DAY;
    expect(idsOf((await reviews.session(userId)).items)).toEqual([`${userId}/a#o1`]);
  });

  it('asks a card again when told to, due or not', async () => {
    const learner = await withDue();
    const { card } = await gradeFirst(learner, 1);
    const again = await learner.reviews.ask(learner.userId, [card.id]);
    expect(again).toMatchObject([{ card: { id: card.id, phase: 'LEARNING' }, exercise: { id: 'a2' } }]);
  });
});

describe('a grade', () => {
  it('moves the card on and is kept with the answer it is of', async () => {
    const learner = await withDue();
    const { userId, reviews, repositories } = learner;
    const { attempt } = await answerTrueFalse(learner, userId, 'a2', true, { mode: 'REVIEW' });
    await reviews.due(userId);
    const { card, log } = unwrap(await reviews.grade({ cardId: `${userId}/a2`, exerciseId: 'a2', grade: 3, attemptId: attempt.id }));
    expect(card).toMatchObject({ phase: 'LEARNING', reps: 1 });
    expect(log).toMatchObject({ kind: 'GRADED', grade: 3, attemptId: attempt.id, userId, courseId: 'py' });
    expect(await (await repositories.reviews()).getLogsByCard(card.id)).toEqual([log]);
  });

  it('and its card stay or go together', async () => {
    const learner = await withDue();
    await learner.reviews.due(learner.userId);
    const before = await rows(learner);
    const lazy = await learner.repositories.reviews();
    vi.spyOn(learner.repositories, 'reviews').mockResolvedValue({ ...lazy, save: () => Promise.reject(new QuotaExceeded()) });
    const refused = await learner.reviews.grade({ cardId: `${learner.userId}/a2`, exerciseId: 'a2', grade: 3, attemptId: null });
    expect(refused).toEqual({ ok: false, error: { type: 'QuotaExceeded' } });
    expect(await lazy.getByUser(learner.userId)).toEqual(before);
    expect(await lazy.getLogsByCard(`${learner.userId}/a2`)).toEqual([]);
  });

  it('of a card that is gone is NotFound', async () => {
    const learner = await reviewer();
    const graded = await learner.reviews.grade({ cardId: 'nobody/a2', exerciseId: 'a2', grade: 3, attemptId: null });
    expect(graded).toEqual({ ok: false, error: { type: 'NotFound' } });
  });

  it('taken back leaves the card as it was, and due', async () => {
    const learner = await withDue();
    const graded = await gradeFirst(learner, 3);
    const undone = unwrap(await learner.reviews.undo(graded));
    expect(undone).toMatchObject({ phase: 'NEW', reps: 0, lastReviewAt: null });
    expect(idsOf((await learner.reviews.session(learner.userId)).items)).toContain(graded.card.id);
    expect(unwrap(await learner.reviews.undo(graded))).toMatchObject({ phase: 'NEW', reps: 0 });
  });

  it('after whatever was graded and undone, every card is what replaying its logs gives', async () => {
    const step = fc.record({ grade: fc.constantFrom<ReviewGrade>(1, 2, 3, 4), undo: fc.boolean(), wait: fc.integer({ min: -HOUR, max: 40 * DAY }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const learner = await withDue();
        await learner.reviews.due(learner.userId);
        for (const { grade, undo, wait } of steps) {
          learner.clock.now += wait;
          const graded = unwrap(await learner.reviews.grade({ cardId: `${learner.userId}/a2`, exerciseId: 'a2', grade, attemptId: null }));
          if (undo) unwrap(await learner.reviews.undo(graded));
        }
        const lazy = await learner.repositories.reviews();
        for (const card of await rows(learner)) {
          const logs = await lazy.getLogsByCard(card.id);
          if (logs.length > 0) expect(replay(card, logs, DEFAULT_REVIEW_SETTINGS)).toEqual(card);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('the overview', () => {
  it('tells what is due in each course, what the week brings, and when the next comes', async () => {
    const learner = await withDue();
    await gradeFirst(learner, 4);
    const { count, courses, days, nextAt, leeches } = await learner.reviews.overview(learner.userId);
    expect(count).toBe(1);
    expect(courses).toMatchObject([{ course: { id: 'py' }, due: 1, fresh: 1, cards: 2, settings: DEFAULT_REVIEW_SETTINGS }]);
    expect(days.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(nextAt).toBeGreaterThan(learner.clock.read());
    expect(leeches).toEqual([]);
  });

  it('names what is forgotten again and again, until it sleeps', async () => {
    const learner = await withDue();
    const { userId, reviews, clock } = learner;
    await reviews.due(userId);
    const input = { cardId: `${userId}/a#o1`, exerciseId: 'a1', attemptId: null };
    for (let lapse = 0; lapse < 8; lapse += 1) {
      for (const grade of [4, 1] as const) {
        unwrap(await reviews.grade({ ...input, grade }));
        clock.now += 400 * DAY;
      }
    }
    expect((await reviews.overview(userId)).leeches).toMatchObject([{ card: { id: input.cardId }, lesson: { id: 'a' }, objective: 'to know a' }]);
    unwrap(await reviews.suspend(input.cardId, true));
    expect((await reviews.overview(userId)).leeches).toMatchObject([{ card: { isSuspended: true } }]);
    expect(idsOf((await reviews.session(userId)).items)).not.toContain(input.cardId);
  });
});

describe('the settings of a course', () => {
  it('are kept for it alone, and come to the nearest edge', async () => {
    const learner = await withDue();
    const { reviews, userId } = learner;
    expect(unwrap(await reviews.changeSettings(userId, 'py', { retention: 2 }))).toEqual({ ...DEFAULT_REVIEW_SETTINGS, retention: 0.97 });
    expect(unwrap(await reviews.changeSettings(userId, 'py', { newPerDay: 3 }))).toMatchObject({ retention: 0.97, newPerDay: 3 });
    expect((await reviews.session(userId)).items[0]?.settings).toMatchObject({ retention: 0.97, newPerDay: 3 });
  });
});
