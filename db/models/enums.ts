/** The enums of the original platform: each name is both the list of its values and their type. */

export const DifficultyLevel = {
  BEGINNER: 'BEGINNER',
  INTERMEDIATE: 'INTERMEDIATE',
  ADVANCED: 'ADVANCED',
} as const;
export type DifficultyLevel = keyof typeof DifficultyLevel;

export const ExerciseType = {
  MULTIPLE_CHOICE: 'MULTIPLE_CHOICE',
  CODE_COMPLETION: 'CODE_COMPLETION',
  FREE_FORM: 'FREE_FORM',
  TRUE_FALSE: 'TRUE_FALSE',
  // From version 3 of the schema on:
  MULTI_SELECT: 'MULTI_SELECT',
  SHORT_TEXT: 'SHORT_TEXT',
  NUMERIC: 'NUMERIC',
  PREDICT_OUTPUT: 'PREDICT_OUTPUT',
  PARSONS: 'PARSONS',
  FIX_BUG: 'FIX_BUG',
  FILL_BLANKS: 'FILL_BLANKS',
  MATCHING: 'MATCHING',
  ORDERING: 'ORDERING',
} as const;
export type ExerciseType = keyof typeof ExerciseType;

/** Derived from attempts, facts and drafts; never stored. */
export const ExerciseStatus = {
  NOT_STARTED: 'NOT_STARTED',
  IN_PROGRESS: 'IN_PROGRESS',
  COMPLETED: 'COMPLETED',
  SKIPPED: 'SKIPPED',
} as const;
export type ExerciseStatus = keyof typeof ExerciseStatus;

/** The grader's answer. UNGRADED: a rubric answer that waits for the learner's own judgement (a LearningFact). */
export const Verdict = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  ERRORED: 'ERRORED',
  TIMED_OUT: 'TIMED_OUT',
  UNGRADED: 'UNGRADED',
} as const;
export type Verdict = keyof typeof Verdict;

/** Where an attempt was made. */
export const AttemptMode = { LESSON: 'LESSON', REVIEW: 'REVIEW', REPLAY: 'REPLAY' } as const;
export type AttemptMode = keyof typeof AttemptMode;

/** How far a review card has come. */
export const ReviewPhase = { NEW: 'NEW', LEARNING: 'LEARNING', REVIEW: 'REVIEW', RELEARNING: 'RELEARNING' } as const;
export type ReviewPhase = keyof typeof ReviewPhase;

export const ChatRole = { LEARNER: 'LEARNER', HELPER: 'HELPER', TEACHER: 'TEACHER' } as const;
export type ChatRole = keyof typeof ChatRole;

/** Where a chat message's words come from. */
export const ChatSource = {
  LEARNER: 'LEARNER',
  HINT: 'HINT',
  ERROR_EXPLAINER: 'ERROR_EXPLAINER',
  KNOWN_MISTAKE: 'KNOWN_MISTAKE',
  LESSON_SEARCH: 'LESSON_SEARCH',
  TEACHER: 'TEACHER',
} as const;
export type ChatSource = keyof typeof ChatSource;

export const ChatStatus = { OPEN: 'OPEN', ANSWERED: 'ANSWERED' } as const;
export type ChatStatus = keyof typeof ChatStatus;

export const FactKind = {
  LESSON_COMPLETED: 'LESSON_COMPLETED',
  EXERCISE_SKIPPED: 'EXERCISE_SKIPPED',
  SELF_ASSESSED: 'SELF_ASSESSED',
} as const;
export type FactKind = keyof typeof FactKind;

/** Languages whose code the device can run. */
export const CodeLanguage = { python: 'python', javascript: 'javascript', typescript: 'typescript' } as const;
export type CodeLanguage = keyof typeof CodeLanguage;
