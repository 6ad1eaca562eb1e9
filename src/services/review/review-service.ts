import type { EpochMs, Id, LocalDay } from '../../../db/models/ids.ts';
import type { Course } from '../../../db/models/course.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { Lesson } from '../../../db/models/lesson.ts';
import type { ReviewCard } from '../../../db/models/review-card.ts';
import type { GradedLog, ReviewGrade } from '../../../db/models/review-log.ts';
import type { DayOfReviews } from '../../core/review/forecast.ts';
import type { ReviewSettings } from '../../core/review/settings.ts';
import type { Result } from '../../core/result.ts';
import type { DraftService } from '../draft-service.ts';
import type { WriteFailure } from '../failures.ts';

export interface ReviewService {
  /** What is due now, and how long it takes; brings in the cards that are wanted by now. */
  due(userId: Id): Promise<DueNow>;
  overview(userId: Id): Promise<ReviewOverview>;
  /** What to ask in one sitting, in order. */
  session(userId: Id): Promise<ReviewSession>;
  /** What these cards ask now, due or not: for those asked again before a session ends. */
  ask(userId: Id, cardIds: readonly Id[]): Promise<readonly ReviewItem[]>;
  /** Records the grade and moves the card on, both or neither. */
  grade(input: GradeInput): Promise<Result<Graded, ReviewFailure>>;
  /** Takes a grade back; undoing it twice changes nothing more. The answer that was graded is there again. */
  undo(graded: Graded): Promise<Result<ReviewCard, ReviewFailure>>;
  /** Puts a card to sleep, or wakes it. */
  suspend(cardId: Id, isSuspended: boolean): Promise<Result<ReviewCard, ReviewFailure>>;
  /** What lies outside of its range comes to the nearest edge. */
  changeSettings(userId: Id, courseId: Id, patch: Partial<ReviewSettings>): Promise<Result<ReviewSettings, WriteFailure>>;
  /** Answers being typed in a review: never the lesson's. */
  readonly drafts: DraftService;
}

export interface DueNow {
  readonly count: number;
  /** Whole minutes by the learner's own pace, at least one where anything is due. */
  readonly minutes: number;
}

export interface ReviewOverview extends DueNow {
  /** Those that have cards, the most due ahead. */
  readonly courses: readonly CourseReviews[];
  /** Of the next seven days, today first; new ones are counted today alone. */
  readonly days: readonly DayOfReviews[];
  readonly leeches: readonly Leech[];
  /** When the next card comes due after now; null: none is waiting. */
  readonly nextAt: EpochMs | null;
  readonly today: LocalDay;
}

export interface CourseReviews {
  readonly course: Course;
  readonly due: number;
  /** Of these, never asked before. */
  readonly fresh: number;
  readonly cards: number;
  readonly settings: ReviewSettings;
}

/** A card that is forgotten again and again: it wants another look at its lesson rather than another review. */
export interface Leech {
  readonly card: ReviewCard;
  readonly lesson: Lesson;
  /** The objective's words; null where the card is of an exercise. */
  readonly objective: string | null;
}

export interface ReviewSession extends DueNow {
  readonly items: readonly ReviewItem[];
  /** Due as well, and left for another session. */
  readonly left: number;
}

/** Why something is asked. */
export type ReviewReason =
  | { readonly kind: 'OBJECTIVE'; readonly text: string }
  | { readonly kind: 'MISSED' }
  | { readonly kind: 'REVEALED' };

export interface ReviewItem {
  readonly card: ReviewCard;
  readonly exercise: Exercise;
  readonly course: Course;
  readonly lesson: Lesson;
  readonly reason: ReviewReason;
  readonly settings: ReviewSettings;
  /** The learner's usual time for a card, ms. */
  readonly usualMs: number;
  /** Answers from here on belong to this asking: earlier than now where an answer to it was being typed. */
  readonly askedAt: EpochMs;
}

export interface GradeInput {
  readonly cardId: Id;
  /** The exercise that was asked: its draft is done with. */
  readonly exerciseId: Id;
  readonly grade: ReviewGrade;
  readonly attemptId: Id | null;
}

export interface Graded {
  readonly card: ReviewCard;
  readonly log: GradedLog;
  readonly exerciseId: Id;
}

/** NotFound: the card went with its course, or with its learner. */
export type ReviewFailure = { readonly type: 'NotFound' } | WriteFailure;
