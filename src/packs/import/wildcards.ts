import { compilePattern } from '../../core/grading/pattern/compile-pattern.ts';

/** A short answer as Moodle compares it, in its XML and in GIFT: `*` stands for anything, `\*` for itself. */
export interface Wildcards {
  /** What fits it, with nothing in the place of each `*`. */
  readonly text: string;
  /** A regular expression for the whole answer; null where there is no `*`. */
  readonly pattern: string | null;
}

export function readWildcards(written: string): Wildcards {
  const parts = written.trim().split(/(?<!\\)\*+/).map((part) => part.replaceAll(String.raw`\*`, '*'));
  const text = parts.join('').replace(/\s+/g, ' ').trim();
  return { text, pattern: parts.length === 1 ? null : parts.map(escapePattern).join('.*') };
}

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

/** Whether the grader can use it: not too long, and not too large. */
export const isUsable = (pattern: string, caseSensitive: boolean): boolean => compilePattern(pattern, caseSensitive) !== null;

/** The other way; null for a pattern that wildcards cannot say. */
export function patternToWildcards(pattern: string): string | null {
  const parts = pattern.split(/(?<!\\)\.\*/).map((part) => part.replaceAll(String.raw`\s+`, ' ').replace(/\\([\\^$.*+?()[\]{}|/])/g, '$1'));
  const written = parts.map(literal).join('*');
  return readWildcards(written).pattern === pattern ? written : null;
}

/** A text that is meant as it stands. */
export const literal = (text: string): string => text.replaceAll('*', String.raw`\*`);

/** The same; null where Moodle would read another text. */
export function textToWildcards(text: string): string | null {
  const { text: read, pattern } = readWildcards(literal(text));
  return pattern === null && read === text ? literal(text) : null;
}
