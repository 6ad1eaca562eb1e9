import { compilePattern } from '../../../core/grading/pattern/compile-pattern.ts';

/** A short answer as Moodle compares it: `*` stands for anything, `\*` for itself. */
export interface Wildcard {
  /** What fits it, with nothing in the place of each `*`. */
  readonly plain: string;
  /** A regular expression for the whole answer; null where there is no `*`. */
  readonly pattern: string | null;
}

export function wildcardOf(answer: string): Wildcard {
  const parts = answer.split(/(?<!\\)\*+/).map((part) => part.replaceAll(String.raw`\*`, '*'));
  const plain = parts.join('').replace(/\s+/g, ' ').trim();
  if (parts.length === 1) return { plain, pattern: null };
  return { plain, pattern: parts.map(escapePattern).join('.*') };
}

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

/** null: too long or too large for the grader. */
export const isUsable = (pattern: string): boolean => compilePattern(pattern, false) !== null;
