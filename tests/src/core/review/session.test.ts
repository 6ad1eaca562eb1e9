import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewCard } from '../../../../db/models/review-card.ts';
import { localDay } from '../../../../src/core/activity/local-day.ts';
import { replay } from '../../../../src/core/review/schedule.ts';
import { buildSession, introducedOn, isAskedAgain, usualMs, type Asking, type SessionSource } from '../../../../src/core/review/session.ts';
import { DEFAULT_REVIEW_SETTINGS } from '../../../../src/core/review/settings.ts';
import { anyLogs, DAY, gradedLog, newCard, NOON, reviewCard, undoneLog } from './cards.ts';

const MINUTE = 60_000;
const asking = (card: ReviewCard, sibling = card.id): Asking => ({ card, sibling });
const known = (id: string, own: Partial<ReviewCard> = {}) => asking(reviewCard({ id, due: NOON - DAY, ...own }));
const fresh = (id: string, own: Partial<ReviewCard> = {}) => asking(newCard({ id, due: NOON - DAY, ...own }));
const session = (askings: readonly Asking[], own: Partial<SessionSource> = {}) =>
  buildSession({ askings, now: NOON, settings: { newPerDay: 10 }, introduced: new Map(), usualMs: 20_000, atMost: 100, ...own });
const order = (askings: readonly Asking[], own: Partial<SessionSource> = {}) => session(askings, own).askings.map(({ card }) => card.id);

describe('a session', () => {
  it('asks those due the longest first, then new ones, and of these missed exercises before objectives', () => {
    const missed = fresh('missed', { objectiveId: null, exerciseId: 'e', due: NOON - MINUTE });
    const askings = [fresh('new'), missed, known('late', { due: NOON - 1 }), known('early', { due: NOON - 9 * DAY }), known('mid')];
    expect(order(askings)).toEqual(['early', 'mid', 'late', 'missed', 'new']);
  });

  it('leaves out what is not due yet, and what sleeps', () => {
    expect(order([known('tomorrow', { due: NOON + 1 }), known('asleep', { isSuspended: true }), fresh('soon', { due: NOON + DAY }), known('now', { due: NOON })])).toEqual(['now']);
  });

  it('takes the courses by turns', () => {
    const askings = ['a1', 'a2', 'a3', 'b1', 'b2'].map((id, i) => known(id, { courseId: id.charAt(0), due: NOON - DAY + i }));
    expect(order(askings)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('never asks the same exercise twice in a row, though two cards do', () => {
    const askings = [asking(known('a').card, 'e'), asking(known('b').card, 'e'), asking(known('c').card, 'f')];
    expect(order(askings)).toEqual(['a', 'c', 'b']);
  });

  it('brings as many new ones of a course as the day has left', () => {
    const askings = ['a1', 'a2', 'a3', 'b1', 'b2'].map((id, i) => fresh(id, { courseId: id.charAt(0), due: NOON - DAY + i }));
    const settings = { newPerDay: 2 };
    expect(order(askings, { settings }).sort()).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(order(askings, { settings, introduced: new Map([['a', 1]]) }).sort()).toEqual(['a1', 'b1', 'b2']);
    expect(order(askings, { settings, introduced: new Map([['a', 3], ['b', 2]]) })).toEqual([]);
  });

  it('says how long it takes, how many are new, and how many are left', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => (i < 9 ? known(`k${i}`) : fresh(`n${i}`)));
    expect(session(twelve)).toMatchObject({ minutes: 4, fresh: 3, left: 0 });
    expect(session(twelve, { atMost: 10, usualMs: 1000 })).toMatchObject({ minutes: 1, fresh: 1, left: 2 });
    expect(session([])).toEqual({ askings: [], minutes: 0, fresh: 0, left: 0 });
  });

  it('has an end, and holds each due card once, and no more new ones than allowed', () => {
    const anyAsking = fc.record({ courseId: fc.constantFrom('a', 'b'), due: fc.integer({ min: NOON - 5 * DAY, max: NOON + DAY }), isNew: fc.boolean(), isSuspended: fc.boolean(), sibling: fc.constantFrom('e', 'f', 'g') });
    fc.assert(
      fc.property(fc.array(anyAsking, { maxLength: 30 }), fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 40 }), (all, newPerDay, introduced, atMost) => {
        const askings = all.map(({ isNew, sibling, ...own }, i) => asking((isNew ? newCard : reviewCard)({ id: String(i), ...own }), sibling));
        const built = session(askings, { settings: { newPerDay }, introduced: new Map([['a', introduced]]), atMost });
        const ids = built.askings.map(({ card }) => card.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(atMost);
        expect(built.askings.every(({ card }) => card.due <= NOON && !card.isSuspended)).toBe(true);
        const freshOfA = built.askings.filter(({ card }) => card.phase === 'NEW' && card.courseId === 'a');
        expect(freshOfA.length).toBeLessThanOrEqual(Math.max(0, newPerDay - introduced));
        const knownDue = askings.filter(({ card }) => card.phase !== 'NEW' && card.due <= NOON && !card.isSuspended);
        expect(ids.length + built.left).toBeGreaterThanOrEqual(knownDue.length);
        expect(buildSession({ askings: askings.toReversed(), now: NOON, settings: { newPerDay }, introduced: new Map([['a', introduced]]), usualMs: 20_000, atMost })).toEqual(built);
      }),
    );
  });
});

it('a card in its first steps is asked again within twenty minutes; one that waits for days is not', () => {
  expect(isAskedAgain(newCard({ phase: 'LEARNING', due: NOON + 10 * MINUTE }), NOON)).toBe(true);
  expect(isAskedAgain(newCard({ phase: 'RELEARNING', due: NOON + 20 * MINUTE }), NOON)).toBe(true);
  expect(isAskedAgain(newCard({ phase: 'RELEARNING', due: NOON + 21 * MINUTE }), NOON)).toBe(false);
  expect(isAskedAgain(reviewCard({ due: NOON }), NOON)).toBe(false);
  expect(isAskedAgain(newCard({ phase: 'LEARNING', isSuspended: true }), NOON)).toBe(false);
});

describe('cards first asked today', () => {
  const dayOf = (at: number) => localDay(at, 'UTC');
  const count = (logs: Parameters<typeof introducedOn>[1], cards: readonly ReviewCard[]) => introducedOn('2026-11-23', logs, cards, dayOf);

  it('are counted by course, each once, and not those undone', () => {
    const logs = [gradedLog({ id: '1', at: NOON, grade: 1 }), gradedLog({ id: '2', at: NOON + 1 })];
    expect(count(logs, [newCard({ reps: 2, phase: 'LEARNING' })])).toEqual(new Map([['course', 1]]));
    const undone = undoneLog({ id: '3', at: NOON + 2, logId: '2' });
    expect(count([...logs, undone], [newCard({ reps: 1, phase: 'LEARNING' })])).toEqual(new Map([['course', 1]]));
    expect(count([...logs, undone, undoneLog({ id: '4', at: NOON + 3, logId: '1' })], [newCard()])).toEqual(new Map());
  });

  it('are exactly those whose first standing grade was today', () => {
    fc.assert(
      fc.property(anyLogs, fc.nat(5), (logs, days) => {
        const shifted = logs.map((log) => ({ ...log, at: log.at - days * DAY })).filter(({ at }) => dayOf(at) <= '2026-11-23');
        const card = replay(newCard(), shifted, DEFAULT_REVIEW_SETTINGS);
        const isToday = shifted[0] !== undefined && dayOf(shifted[0].at) === '2026-11-23';
        const sinceToday = shifted.filter(({ at }) => dayOf(at) === '2026-11-23');
        expect(count(sinceToday, [card]).get('course') ?? 0).toBe(Number(isToday));
      }),
    );
  });
});

it('the usual time is the median of at least five, else twenty seconds', () => {
  expect(usualMs([])).toBe(20_000);
  expect(usualMs([1, 2, 3, 4])).toBe(20_000);
  expect(usualMs([9000, 1000, 5000, 4000, 3_600_000])).toBe(5000);
  expect(usualMs([1000, 2000, 3000, 4000, 5000, 6000])).toBe(3500);
});
