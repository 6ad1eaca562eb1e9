import { createEmptyCard, fsrs, Rating, State, type Card, type FSRS, type Grade } from 'ts-fsrs';
import type { ReviewPhase } from '../../../db/models/enums.ts';
import type { EpochMs } from '../../../db/models/ids.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { ReviewGrade, ReviewLog } from '../../../db/models/review-log.ts';
import type { ReviewSettings } from './settings.ts';
import { standingLogs } from './standing-logs.ts';
import { UNASKED } from './unasked.ts';

/**
 * When a card comes back. Intervals are not fuzzed: they are what the published model gives, the same on every device, and
 * what its button said; that cards of one lesson come back on one day is for the session to spread. FSRS counts days by
 * the calendar of UTC, wherever the learner is: only so do two devices in two zones replay to one state.
 */
type Schedule = Pick<ReviewSettings, 'retention' | 'maximumIntervalDays'>;

export const REVIEW_GRADES: readonly ReviewGrade[] = [1, 2, 3, 4];
const DAY_MS = 86_400_000;

export interface Outcome {
  readonly card: ReviewCard;
  /** Until it is due again, in ms. */
  readonly intervalMs: number;
}

/** What each of the four grades would make of the card. */
export function nextStates(card: ReviewCard, now: EpochMs, settings: Schedule): Readonly<Record<ReviewGrade, Outcome>> {
  const outcome = (grade: ReviewGrade): Outcome => {
    const next = gradeCard(card, grade, now, settings);
    return { card: next, intervalMs: next.due - gradedAt(card, now) };
  };
  return { 1: outcome(1), 2: outcome(2), 3: outcome(3), 4: outcome(4) };
}

/** The card as it stands once graded: its log must bear `gradedAt(card, at)`. */
export const gradeCard = (card: ReviewCard, grade: ReviewGrade, at: EpochMs, settings: Schedule): ReviewCard =>
  graded(card, grade, gradedAt(card, at), scheduler(settings), settings);

/** Where the clock went back since the last grade, time stands still: replaying sorts by time, and must find this grade behind that one. */
export const gradedAt = ({ lastReviewAt }: Pick<ReviewCard, 'lastReviewAt'>, at: EpochMs): EpochMs => Math.max(at, lastReviewAt ?? at);

/**
 * The card's state from its logs alone, in any order; what was undone is left out. Other cards' logs must not be among
 * them. Under other settings only `due` and `scheduledDays` come out differently: what a learner remembers is no matter of settings.
 */
export function replay(card: ReviewCard, logs: readonly ReviewLog[], settings: Schedule): ReviewCard {
  const algorithm = scheduler(settings);
  const start = asNew(card, logs);
  return standingLogs(logs).reduce((state, { grade, at }) => graded(state, grade, at, algorithm, settings), start);
}

/** The chance that it is recalled now, 0–1; 0 before the first grade. */
export function recallChance(card: ReviewCard, now: EpochMs, settings: Schedule): number {
  return card.phase === 'NEW' ? 0 : scheduler(settings).get_retrievability(toFsrs(card), gradedAt(card, now), false);
}

/** As before its first grade. Where that was undone, it is due since then, which is the same on every device that has the logs. */
function asNew(card: ReviewCard, logs: readonly ReviewLog[]): ReviewCard {
  const first = logs.reduce((earliest, { at }) => Math.min(earliest, at), Infinity);
  const due = first < Infinity ? first : card.phase === 'NEW' ? card.due : card.createdAt;
  return { ...card, ...UNASKED, due };
}

/** The library lets Good and Easy go a day or two beyond the longest interval, to keep the four apart; here it is the longest. */
function graded(card: ReviewCard, grade: ReviewGrade, at: EpochMs, algorithm: FSRS, { maximumIntervalDays }: Schedule): ReviewCard {
  const next = fromFsrs(card, algorithm.next(toFsrs(card), at, RATINGS[grade]).card);
  return next.scheduledDays <= maximumIntervalDays ? next : { ...next, scheduledDays: maximumIntervalDays, due: at + maximumIntervalDays * DAY_MS };
}

const scheduler = ({ retention, maximumIntervalDays }: Schedule): FSRS =>
  fsrs({ request_retention: retention, maximum_interval: maximumIntervalDays, enable_fuzz: false, enable_short_term: true });

const PHASES: Readonly<Record<State, ReviewPhase>> = {
  [State.New]: 'NEW',
  [State.Learning]: 'LEARNING',
  [State.Review]: 'REVIEW',
  [State.Relearning]: 'RELEARNING',
};
const STATES: Readonly<Record<ReviewPhase, State>> = {
  NEW: State.New,
  LEARNING: State.Learning,
  REVIEW: State.Review,
  RELEARNING: State.Relearning,
};
const RATINGS: Readonly<Record<ReviewGrade, Grade>> = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy };

/** The empty card brings what the library writes and never reads. */
const toFsrs = (card: ReviewCard): Card => ({
  ...createEmptyCard(card.due),
  stability: card.stability,
  difficulty: card.difficulty,
  scheduled_days: card.scheduledDays,
  learning_steps: card.learningSteps,
  reps: card.reps,
  lapses: card.lapses,
  state: STATES[card.phase],
  ...(card.lastReviewAt === null ? {} : { last_review: new Date(card.lastReviewAt) }),
});

const fromFsrs = (card: ReviewCard, next: Card): ReviewCard => ({
  ...card,
  phase: PHASES[next.state],
  due: next.due.getTime(),
  stability: next.stability,
  difficulty: next.difficulty,
  scheduledDays: next.scheduled_days,
  learningSteps: next.learning_steps,
  reps: next.reps,
  lapses: next.lapses,
  lastReviewAt: next.last_review?.getTime() ?? null,
});
