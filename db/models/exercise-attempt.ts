import type { AttemptMode, Verdict } from './enums.ts';
import type { CodeFiles, ParsonsLine } from './exercise.ts';
import type { EpochMs, Id, LocalDay } from './ids.ts';
import type { Row } from './row.ts';

/** What a learner answered, by the type of the exercise. */
export type Answer =
  | { readonly type: 'MULTIPLE_CHOICE'; readonly optionId: string }
  | { readonly type: 'TRUE_FALSE'; readonly value: boolean }
  | { readonly type: 'FREE_FORM'; readonly text: string }
  | { readonly type: 'CODE_COMPLETION' | 'FIX_BUG'; readonly files: CodeFiles }
  | { readonly type: 'MULTI_SELECT'; readonly optionIds: readonly string[] }
  | { readonly type: 'SHORT_TEXT' | 'NUMERIC' | 'PREDICT_OUTPUT'; readonly text: string }
  | { readonly type: 'PARSONS'; readonly lines: readonly ParsonsLine[] }
  /** Blank id → what was written or picked. */
  | { readonly type: 'FILL_BLANKS'; readonly blanks: { readonly [blankId: string]: string } }
  /** Left id → right id; a left item without its pair is missing. */
  | { readonly type: 'MATCHING'; readonly pairs: { readonly [leftId: string]: string } }
  | { readonly type: 'ORDERING'; readonly itemIds: readonly string[] };

/**
 * How one test went, or one part of an answer that has parts (a blank, a pair, a place in an order: the id is the
 * part's). A hidden test carries neither `called` nor `expected` nor `got`.
 */
export interface TestResult {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly passed: boolean;
  readonly called: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  readonly message: string | null;
}

/** Immutable; many per exercise. Its number is counted when read, never stored: two devices would both have a first. */
export interface ExerciseAttempt extends Row {
  readonly userId: Id;
  readonly exerciseId: Id;
  readonly answer: Answer;
  readonly verdict: Verdict;
  /** 0–1. */
  readonly score: number;
  readonly testResults: readonly TestResult[];
  readonly hintsUsed: number;
  readonly solutionRevealed: boolean;
  readonly activeMs: number;
  readonly mode: AttemptMode;
  /** The rev of the exercise that was answered. */
  readonly exerciseRev: number;
  readonly createdAt: EpochMs;
  /** The learner's day when it was given, where they were then. */
  readonly day: LocalDay;
}
