import type { EpochMs, Id, LocalDay } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { ReviewLog } from '../../../db/models/review-log.ts';
import { groupBy } from '../group-by.ts';
import { inTurns } from './in-turns.ts';
import type { ReviewSettings } from './settings.ts';
import { standingLogs } from './standing-logs.ts';

/** A card with what it will ask. */
export interface Asking {
  readonly card: ReviewCard;
  /** The `siblingKey` of the exercise that it asks. */
  readonly sibling: Id;
}

export interface SessionSource {
  /** The learner's, in any order; those asleep, not yet due or beyond the day's new ones stay out. */
  readonly askings: readonly Asking[];
  readonly now: EpochMs;
  readonly settings: Pick<ReviewSettings, 'newPerDay'>;
  /** Course id → cards first asked today, as `introducedOn` counts them. */
  readonly introduced: ReadonlyMap<Id, number>;
  /** A card's time in ms, as `usualMs` finds it. */
  readonly usualMs: number;
  /** Cards at most; what is left over comes in the next session. */
  readonly atMost: number;
}

export interface Session {
  readonly askings: readonly Asking[];
  /** Whole minutes, at least one where there is anything to ask. */
  readonly minutes: number;
  /** Of these, never asked before. */
  readonly fresh: number;
  /** Due now as well, and left for another session. */
  readonly left: number;
}

/** Some ten minutes, at twenty seconds each. */
export const SESSION_CARDS = 30;

/**
 * What is asked in one sitting: those due the longest first, then the new ones, of which missed and revealed exercises
 * come before objectives; the courses by turns, and never the same exercise twice in a row where anything else is left.
 */
export function buildSession({ askings, now, settings, introduced, usualMs, atMost }: SessionSource): Session {
  const due = askings.filter(({ card }) => !card.isSuspended && card.due <= now);
  const known = due.filter(({ card }) => card.phase !== 'NEW').sort(byDue);
  const fresh = newOnes(due, settings.newPerDay, introduced);
  const all = [...known, ...fresh];
  const chosen = inTurns(all.slice(0, atMost), { turn: ({ card }) => card.courseId, apart: ({ sibling }) => sibling });
  return {
    askings: chosen,
    minutes: Math.ceil((chosen.length * usualMs) / 60_000),
    fresh: chosen.filter(({ card }) => card.phase === 'NEW').length,
    left: all.length - chosen.length,
  };
}

function newOnes(due: readonly Asking[], newPerDay: number, introduced: ReadonlyMap<Id, number>): Asking[] {
  const fresh = due.filter(({ card }) => card.phase === 'NEW').sort((a, b) => kindOf(a) - kindOf(b) || byDue(a, b));
  const byCourse = groupBy(fresh, ({ card }) => card.courseId);
  const allowed = [...byCourse].flatMap(([courseId, own]) => own.slice(0, Math.max(0, newPerDay - (introduced.get(courseId) ?? 0))));
  return allowed.sort((a, b) => kindOf(a) - kindOf(b) || byDue(a, b));
}

/** Missed and revealed exercises before objectives. */
const kindOf = ({ card }: Asking): number => Number(card.exerciseId === null);
const byDue = ({ card: a }: Asking, { card: b }: Asking): number => a.due - b.due || (a.id < b.id ? -1 : Number(a.id > b.id));

/** As Anki has it. */
const LEARN_AHEAD_MS = 20 * 60_000;

/**
 * Once a session's cards are through: whether this one, as graded in it, is asked again before the session ends. Its
 * short first steps are not waited for.
 */
export const isAskedAgain = ({ phase, due, isSuspended }: Pick<ReviewCard, 'phase' | 'due' | 'isSuspended'>, now: EpochMs): boolean =>
  (phase === 'LEARNING' || phase === 'RELEARNING') && !isSuspended && due <= now + LEARN_AHEAD_MS;

/**
 * How many cards of each course were asked for the first time on this local day.
 * @param logs the learner's, at least those since that day began
 * @param cards those of these logs, in today's state
 */
export function introducedOn(day: LocalDay, logs: readonly ReviewLog[], cards: readonly ReviewCard[], dayOf: (at: EpochMs) => LocalDay): ReadonlyMap<Id, number> {
  const ofDay = groupBy(standingLogs(logs).filter(({ at }) => dayOf(at) === day), ({ cardId }) => cardId);
  const introduced = cards.filter(({ id, reps }) => reps > 0 && ofDay.get(id)?.length === reps);
  return new Map([...groupBy(introduced, ({ courseId }) => courseId)].map(([courseId, own]) => [courseId, own.length]));
}

/** Until there are five to go by. */
const USUAL_MS = 20_000;

/** The learner's own time for a card: the median (ms) of their reviews, or twenty seconds while these are few. */
export function usualMs(activeMs: readonly number[]): number {
  const sorted = [...activeMs].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return sorted.length < 5 || low === undefined || high === undefined ? USUAL_MS : (low + high) / 2;
}
