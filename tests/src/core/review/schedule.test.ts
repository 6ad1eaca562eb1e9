import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating, State, type Card } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { ReviewCard } from '../../../../db/models/review-card.ts';
import type { ReviewGrade } from '../../../../db/models/review-log.ts';
import { gradeCard, gradedAt, nextStates, recallChance, replay, REVIEW_GRADES } from '../../../../src/core/review/schedule.ts';
import { DEFAULT_REVIEW_SETTINGS as DEFAULTS } from '../../../../src/core/review/settings.ts';
import { anyGrade, anyLogs, anySchedule, DAY, gradedLog, newCard, NOON, undoneLog } from './cards.ts';

const MINUTE = 60_000;

describe('the published sequences', () => {
  it('Good six times, Again twice and Good again come at 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12 and 21 days', () => {
    const grades: ReviewGrade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let card = newCard();
    const days = grades.map((grade) => (card = gradeCard(card, grade, card.due, DEFAULTS)).scheduledDays);
    expect(days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
    expect(card).toMatchObject({ reps: 13, lapses: 1, phase: 'REVIEW' });
  });

  it('Again, then Good after 0, 1, 3, 8 and 21 days leave a stability of 53.62691 and a difficulty of 6.3574867', () => {
    const grades: ReviewGrade[] = [1, 3, 3, 3, 3, 3];
    let at = NOON;
    const waits = [0, 0, 1, 3, 8, 21];
    const card = grades.reduce((card, grade, i) => gradeCard(card, grade, (at += (waits[i] ?? 0) * DAY), DEFAULTS), newCard());
    expect(card.stability).toBeCloseTo(53.62691, 4);
    expect(card.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('the first grade gives the published stability, difficulty and steps', () => {
    const outcomes = Object.values(nextStates(newCard(), NOON, DEFAULTS));
    expect(outcomes.map(({ card }) => card.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(outcomes.map(({ card }) => card.difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(outcomes.map(({ intervalMs }) => intervalMs)).toEqual([MINUTE, 6 * MINUTE, 10 * MINUTE, 8 * DAY]);
    expect(outcomes.map(({ card }) => card.phase)).toEqual(['LEARNING', 'LEARNING', 'LEARNING', 'REVIEW']);
  });

  it('the chance of recall is none before the first grade, whole on its day, and 0.9024733 as Easy comes due', () => {
    const card = gradeCard(newCard(), 4, NOON, DEFAULTS);
    expect(recallChance(newCard(), NOON, DEFAULTS)).toBe(0);
    expect(recallChance(card, NOON, DEFAULTS)).toBe(1);
    expect(recallChance(card, card.due, DEFAULTS)).toBe(0.9024733);
  });
});

it('every path is that of the library, and none waits longer than the longest interval', () => {
  fc.assert(
    fc.property(anyLogs, anySchedule, (logs, settings) => {
      const library = fsrs({ request_retention: settings.retention, maximum_interval: settings.maximumIntervalDays });
      let theirs = createEmptyCard(NOON);
      let ours = newCard();
      for (const { grade, at } of logs) {
        theirs = library.next(theirs, at, RATINGS[grade]).card;
        ours = gradeCard(ours, grade, at, settings);
        expect(stateOf(ours)).toEqual(libraryState(theirs, at, settings.maximumIntervalDays));
        expect(ours.scheduledDays).toBeLessThanOrEqual(settings.maximumIntervalDays);
      }
    }),
  );
});

it('each button says when the card comes back once it is pressed, and a better grade never sooner', () => {
  fc.assert(
    fc.property(anyLogs, fc.nat(400 * DAY), anySchedule, (logs, wait, settings) => {
      const card = replay(newCard(), logs, settings);
      const now = (card.lastReviewAt ?? NOON) + wait;
      const outcomes = nextStates(card, now, settings);
      for (const grade of REVIEW_GRADES) {
        expect(outcomes[grade].card).toEqual(gradeCard(card, grade, now, settings));
        expect(outcomes[grade].intervalMs).toBe(outcomes[grade].card.due - now);
        expect(outcomes[grade].intervalMs).toBeGreaterThan(0);
      }
      const [again, hard, good, easy] = REVIEW_GRADES.map((grade) => outcomes[grade].intervalMs);
      expect([again, hard, good, easy]).toEqual([again, hard, good, easy].sort((a = 0, b = 0) => a - b));
    }),
  );
});

it('where the clock went back, time stands still', () => {
  fc.assert(
    fc.property(anyGrade, anyGrade, fc.nat(30 * DAY), (first, second, back) => {
      const card = gradeCard(newCard(), first, NOON, DEFAULTS);
      const again = gradeCard(card, second, NOON - back, DEFAULTS);
      const logs = [gradedLog({ id: '1', at: NOON, grade: first }), gradedLog({ id: '2', at: gradedAt(card, NOON - back), grade: second })];
      expect(again).toEqual(replay(newCard(), logs, DEFAULTS));
    }),
  );
});

describe('replaying', () => {
  it('gives what grading one by one gave, whatever the order of the logs and the state of the row', () => {
    fc.assert(
      fc.property(anyLogs, fc.infiniteStream(fc.nat()), (logs, keys) => {
        const start = newCard({ due: NOON });
        const graded = logs.reduce((card, { grade, at }) => gradeCard(card, grade, at, DEFAULTS), start);
        const mixed = logs.map((log) => [keys.next().value ?? 0, log] as const).sort(([a], [b]) => a - b);
        const shuffled = mixed.map(([, log]) => log);
        expect(replay(start, shuffled, DEFAULTS)).toEqual(graded);
        expect(replay(graded, shuffled, DEFAULTS)).toEqual(graded);
      }),
    );
  });

  it('leaves out what was undone, as if it had never been, and undoing the only grade makes the card due since then', () => {
    fc.assert(
      fc.property(anyLogs, fc.nat(), (logs, pick) => {
        fc.pre(logs.length > 0);
        const taken = logs[pick % logs.length];
        if (taken === undefined) return;
        const undone = undoneLog({ id: 'z', at: taken.at + 1, logId: taken.id });
        const others = logs.filter((log) => log !== taken);
        const left = replay(newCard(), [...logs, undone], DEFAULTS);
        if (others.length > 0) expect(left).toEqual(replay(newCard(), others, DEFAULTS));
        else expect(left).toEqual(newCard({ due: taken.at }));
        expect(replay(newCard(), [undone, ...logs, { ...undone, id: 'y' }], DEFAULTS)).toEqual(left);
      }),
    );
  });

  it('under other settings, changes the date and nothing that is remembered', () => {
    fc.assert(
      fc.property(anyLogs, anySchedule, anySchedule, (logs, one, other) => {
        const [card, otherwise] = [replay(newCard(), logs, one), replay(newCard(), logs, other)];
        expect({ ...otherwise, due: card.due, scheduledDays: card.scheduledDays }).toEqual(card);
      }),
    );
  });

  it('of no logs leaves a new card as it is, and makes one new that has lost its logs', () => {
    expect(replay(newCard({ due: NOON + 5 }), [], DEFAULTS)).toEqual(newCard({ due: NOON + 5 }));
    const lost = gradeCard(newCard(), 4, NOON, DEFAULTS);
    expect(replay(lost, [], DEFAULTS)).toEqual(newCard({ due: lost.createdAt }));
  });

  it('keeps a card asleep that its learner sent to sleep', () => {
    expect(replay(newCard({ isSuspended: true }), [gradedLog({ id: '1', at: NOON })], DEFAULTS).isSuspended).toBe(true);
  });
});

const RATINGS = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;
const PHASES = { [State.New]: 'NEW', [State.Learning]: 'LEARNING', [State.Review]: 'REVIEW', [State.Relearning]: 'RELEARNING' };

const stateOf = ({ phase, due, stability, difficulty, scheduledDays, learningSteps, reps, lapses, lastReviewAt }: ReviewCard) =>
  ({ phase, due, stability, difficulty, scheduledDays, learningSteps, reps, lapses, lastReviewAt });

/** Good and Easy may be a day or two too long there. */
const libraryState = (card: Card, at: number, maximum: number) => ({
  phase: PHASES[card.state],
  due: Math.min(card.due.getTime(), at + maximum * DAY),
  stability: card.stability,
  difficulty: card.difficulty,
  scheduledDays: Math.min(card.scheduled_days, maximum),
  learningSteps: card.learning_steps,
  reps: card.reps,
  lapses: card.lapses,
  lastReviewAt: card.last_review?.getTime(),
});
