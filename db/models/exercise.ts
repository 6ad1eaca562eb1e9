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
  /** Ids of those of its lesson's objectives that it asks for. */
  readonly objectives: readonly string[];
  /**
   * The exercise of the same course that it asks again in other words: for reviews alone, and in no list of its lesson.
   * null: one that the lesson asks. No rule holds it to a row: an update may bring the variant first.
   */
  readonly variantOf: Id | null;
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
/** Statements run in the program's own namespace: passed when none throws. They run beside the learner's code. */
export interface AssertTest extends TestBase {
  readonly kind: 'assert';
  readonly code: string;
}
/**
 * A file of tests in the language's usual framework (unittest or pytest style; describe/test/expect). It runs beside
 * the learner's code and tells many results. `runSkipped`: `xtest` and its like run too.
 */
export interface FileTest extends TestBase {
  readonly kind: 'file';
  readonly file: string;
  readonly source: string;
  readonly runSkipped: boolean;
}
export type ExerciseTest = CallTest | OutputTest | AssertTest | FileTest;

/** A construct by the name that `core/constructs` knows it by, and the author's words (Markdown) when the rule is broken. */
export interface ConstructRule {
  readonly construct: string;
  readonly say: string;
}
export interface ConstructRules {
  readonly required: readonly ConstructRule[];
  readonly forbidden: readonly ConstructRule[];
}

/** File name → text. */
export type CodeFiles = { readonly [name: string]: string };

interface CodeExerciseBase extends ExerciseBase {
  readonly language: CodeLanguage;
  readonly options: null;
  /** A solution that passes all tests. */
  readonly answerKey: { readonly files: CodeFiles };
  readonly mistakes: readonly Mistake[];
  /** What the learner begins with; `entry` is the file that runs. */
  readonly starter: { readonly files: CodeFiles; readonly entry: string };
  readonly tests: readonly ExerciseTest[];
  /** Told from the syntax tree of what the learner wrote. */
  readonly constructs: ConstructRules;
}
export interface CodeCompletionExercise extends CodeExerciseBase {
  readonly type: 'CODE_COMPLETION';
}
/** The starter is a program with a fault in it. */
export interface FixBugExercise extends CodeExerciseBase {
  readonly type: 'FIX_BUG';
}
/** Answered by files that are run. */
export type CodeExercise = CodeCompletionExercise | FixBugExercise;

/** Score: right options chosen less wrong ones chosen, over the right ones, never below 0; passed when exact. */
export interface MultiSelectExercise extends ExerciseBase {
  readonly type: 'MULTI_SELECT';
  readonly options: readonly Option[];
  readonly answerKey: { readonly optionIds: readonly string[] };
  readonly starter: null;
  readonly tests: null;
}

/** A few words, compared with case and white space folded unless `caseSensitive`. */
export interface TextRules {
  /** Whole answers. */
  readonly accepted: readonly string[];
  /** Regular expressions that must match the whole trimmed answer. */
  readonly patterns: readonly string[];
  readonly caseSensitive: boolean;
}
export interface ShortTextExercise extends ExerciseBase {
  readonly type: 'SHORT_TEXT';
  readonly options: null;
  readonly answerKey: TextRules;
  readonly mistakes: readonly Mistake[];
  readonly starter: null;
  readonly tests: null;
}

/** Right within either tolerance: |x - value| <= max(absolute, relative × |value|). */
export interface NumericExercise extends ExerciseBase {
  readonly type: 'NUMERIC';
  readonly options: null;
  readonly answerKey: {
    readonly value: number;
    readonly absolute: number;
    readonly relative: number;
    /** Accepted units, `factor` of each to the unit of `value`; empty: a bare number. The first is the value's own (factor 1). */
    readonly units: readonly { readonly unit: string; readonly factor: number }[];
  };
  readonly mistakes: readonly Mistake[];
  readonly starter: null;
  readonly tests: null;
}

/** "What does this program print?" */
export interface PredictOutputExercise extends ExerciseBase {
  readonly type: 'PREDICT_OUTPUT';
  readonly language: CodeLanguage;
  readonly options: null;
  /** What it really prints: `hornbook check` proves it. */
  readonly answerKey: { readonly stdout: string };
  readonly mistakes: readonly Mistake[];
  /** The program shown; it may be run once the answer is given. */
  readonly starter: { readonly files: CodeFiles; readonly entry: string };
  readonly tests: null;
}

/** One line (or a few that belong together) of a program to be arranged. */
export interface ParsonsBlock {
  readonly id: string;
  /** Code without its own indentation; lines after the first keep theirs relative to it. */
  readonly code: string;
}
export interface ParsonsLine {
  readonly blockId: string;
  /** Levels of indentation, from 0. */
  readonly indent: number;
}
/** Code to be put in order. Blocks that no order uses are distractors. */
export interface ParsonsExercise extends ExerciseBase {
  readonly type: 'PARSONS';
  readonly language: CodeLanguage;
  readonly options: readonly ParsonsBlock[];
  /** Every right arrangement; `indented`: indentation counts. */
  readonly answerKey: { readonly orders: readonly (readonly ParsonsLine[])[]; readonly indented: boolean };
  readonly starter: null;
  readonly tests: null;
}

/** A blank in `text`, where `{{id}}` stands. */
export interface Blank extends TextRules {
  readonly id: string;
  /** Choices to pick from; null: typed. */
  readonly choices: readonly string[] | null;
}
export interface FillBlanksExercise extends ExerciseBase {
  readonly type: 'FILL_BLANKS';
  /** Plain text or code with `{{id}}` for each blank; `language` null: prose. */
  readonly options: { readonly text: string; readonly language: CodeLanguage | null };
  readonly answerKey: { readonly blanks: readonly Blank[] };
  readonly starter: null;
  readonly tests: null;
}

/** Something with words on it. Markdown. */
export interface Item {
  readonly id: string;
  readonly text: string;
}
/** Each left item belongs to one right item; right items may serve twice or not at all. */
export interface MatchingExercise extends ExerciseBase {
  readonly type: 'MATCHING';
  readonly options: { readonly left: readonly Item[]; readonly right: readonly Item[] };
  /** Left id → right id. */
  readonly answerKey: { readonly pairs: { readonly [leftId: string]: string } };
  readonly starter: null;
  readonly tests: null;
}

export interface OrderingExercise extends ExerciseBase {
  readonly type: 'ORDERING';
  readonly options: readonly Item[];
  /** Every right order, of item ids. */
  readonly answerKey: { readonly orders: readonly (readonly string[])[] };
  readonly starter: null;
  readonly tests: null;
}

/** The shape of options, key, starter and tests follows the type; it is checked on write. */
export type Exercise =
  | MultipleChoiceExercise
  | TrueFalseExercise
  | FreeFormExercise
  | CodeCompletionExercise
  | MultiSelectExercise
  | ShortTextExercise
  | NumericExercise
  | PredictOutputExercise
  | ParsonsExercise
  | FixBugExercise
  | FillBlanksExercise
  | MatchingExercise
  | OrderingExercise;
