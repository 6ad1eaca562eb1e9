import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CodeCompletionExercise, CodeFiles } from '../../../db/models/exercise.ts';

/** One line of a file of programs. */
export interface HostileProgram {
  readonly id: string;
  readonly language: CodeLanguage;
  /** `{{TRAP}}` stands for the host and port that it may try to reach. */
  readonly code: string;
  /** The ends it may meet; empty: any that has a name. */
  readonly outcomes: readonly string[];
}

/** What the page is asked to endure. */
export interface Attack {
  readonly language: CodeLanguage;
  readonly files: CodeFiles;
  readonly entry: string;
  /** Each is checked and graded, in a job of its own; none can be passed honestly. */
  readonly exercises: readonly CodeCompletionExercise[];
  /** Texts that must never come out: expectations that only the grader knows. */
  readonly hidden: readonly string[];
}

/** How one exercise was graded. */
export interface Grading {
  readonly verdict: string;
  readonly passed: readonly string[];
  readonly outcome: string;
  /** What was found changed under the tests, in the runner's words. */
  readonly tampering: string | null;
  readonly ms: number;
}

/** What the page saw. */
export interface Endured {
  readonly outcome: string;
  /** From the first word of the program to its end, as the runner has it. */
  readonly activeMs: number;
  /** From the call to the result, as the page has it; a spare may have had to boot. */
  readonly ms: number;
  /** Characters of output, over all streams. */
  readonly chars: number;
  /** The beginning of what was written, for a reader. */
  readonly seen: string;
  readonly gradings: readonly Grading[];
  /** Hidden texts and canaries that came out. */
  readonly leaked: readonly string[];
  readonly canaryBytes: number;
  /** Runs of a clean program, right after the attack and after its checks. */
  readonly clean: readonly boolean[];
  readonly cleanMs: readonly number[];
  /** What reached the page beside the runner's own port. */
  readonly heard: readonly string[];
  /** The app's storage, if it is no longer what it was. */
  readonly storageChange: string | null;
  readonly frames: number;
  /** Longest time, ms, that the page did not get to run. */
  readonly gapMs: number;
  /** The longest single task of the page's own, ms; 0: none above 50. */
  readonly taskMs: number;
}

/** One line of the result. */
export interface HostileCase {
  readonly id: string;
  readonly language: CodeLanguage;
  readonly outcome: string;
  readonly allowed: readonly string[];
  readonly contained: boolean;
  readonly forged: boolean;
  readonly requests: number;
  readonly storageRead: number;
  readonly gapMs: number;
  readonly cleanAfter: boolean;
  /** From the program's first word to its end. */
  readonly ms: number;
  /** The same with what came before: a spare that booted, if none was left. */
  readonly totalMs: number;
  /** What was amiss, and what helps to see why; empty when all is well. */
  readonly notes: readonly string[];
}
