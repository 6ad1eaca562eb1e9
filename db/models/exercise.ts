import type { CodeLanguage, DifficultyLevel } from './enums.ts';
import type { Id } from './ids.ts';
import type { Row, Timestamped } from './row.ts';

interface ExerciseBase extends Row, Timestamped {
  readonly lessonId: Id;
  readonly difficulty: DifficultyLevel;
  /** Markdown. */
  readonly prompt: string;
  /** Markdown, shown after success: why it works. Empty where the author gave none. */
  readonly explanation: string;
  /** Markdown, from the gentlest to the plainest. */
  readonly hints: readonly string[];
  readonly points: number;
  readonly order: number;
  /** Only required exercises count towards a lesson. */
  readonly isRequired: boolean;
  /** Raised by the author when the answer changed; an attempt remembers the rev it answered. */
  readonly rev: number;
}

export interface Option {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  /** Markdown: the reason, shown under the option once it was chosen and checked. */
  readonly why: string;
}

export interface MultipleChoiceExercise extends ExerciseBase {
  readonly type: 'MULTIPLE_CHOICE';
  readonly options: readonly Option[];
  readonly answerKey: { readonly optionId: string };
  readonly starter: null;
  readonly tests: null;
}

/** `options` are exactly two, with the ids `true` and `false`, for the sake of their reasons. */
export interface TrueFalseExercise extends ExerciseBase {
  readonly type: 'TRUE_FALSE';
  readonly options: readonly Option[];
  readonly answerKey: { readonly value: boolean };
  readonly starter: null;
  readonly tests: null;
}

/** Graded offline by the author's rules: right when any one of them accepts the answer. */
export interface FreeFormRules {
  readonly kind: 'rules';
  /** Whole answers, compared with case and white space folded unless `caseSensitive`. */
  readonly accepted: readonly string[];
  /** Regular expressions that must match the whole trimmed answer. */
  readonly patterns: readonly string[];
  readonly number: { readonly value: number; readonly tolerance: number } | null;
  /** All of these words must occur; empty: no such rule. */
  readonly keywords: readonly string[];
  readonly caseSensitive: boolean;
}

/** Judged by the learner against the author's criteria and sample answer. */
export interface FreeFormRubric {
  readonly kind: 'rubric';
  readonly criteria: readonly string[];
  /** Markdown. */
  readonly sample: string;
}

/** What to say to a well-known wrong answer. */
export interface Mistake {
  /** The wrong answer itself: text, or code that triggers the message. */
  readonly answer: string;
  /** Markdown that speaks to the thought behind it. */
  readonly say: string;
}

export interface FreeFormExercise extends ExerciseBase {
  readonly type: 'FREE_FORM';
  readonly options: null;
  readonly answerKey: FreeFormRules | FreeFormRubric;
  readonly mistakes: readonly Mistake[];
  readonly starter: null;
  readonly tests: null;
}

interface TestBase {
  readonly id: string;
  readonly name: string;
  /** A hidden test tells only whether it passed. */
  readonly isVisible: boolean;
}
/** `call` is an expression in the course's language, `expect` a literal of it; floats compare with a tolerance. */
export interface CallTest extends TestBase {
  readonly kind: 'call';
  readonly call: string;
  readonly expect: string;
}
/** The program is run with `stdin`; its output must be `stdout`, white space at line ends and the end aside. */
export interface OutputTest extends TestBase {
  readonly kind: 'output';
  readonly stdin: string;
  readonly stdout: string;
}
export type ExerciseTest = CallTest | OutputTest;

/** File name → text. */
export type CodeFiles = { readonly [name: string]: string };

export interface CodeCompletionExercise extends ExerciseBase {
  readonly type: 'CODE_COMPLETION';
  readonly language: CodeLanguage;
  readonly options: null;
  /** A solution that passes all tests. */
  readonly answerKey: { readonly files: CodeFiles };
  readonly mistakes: readonly Mistake[];
  /** What the learner begins with; `entry` is the file that runs. */
  readonly starter: { readonly files: CodeFiles; readonly entry: string };
  readonly tests: readonly ExerciseTest[];
}

/** The shape of options, key, starter and tests follows the type; it is checked on write. */
export type Exercise = MultipleChoiceExercise | TrueFalseExercise | FreeFormExercise | CodeCompletionExercise;
