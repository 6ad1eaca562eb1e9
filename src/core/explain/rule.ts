import type { Place, SeenError } from './seen-error.ts';

/** What fills the `{places}` of a rule's words: the learner's own names and values. */
export type Params = Readonly<Record<string, string | number>>;

/** Knows one kind of mistake. Its words are `explain.<id>.means` and `explain.<id>.try` of its language's catalogue. */
export interface Rule {
  /** Begins with the language: `python-name-misspelt`. */
  readonly id: string;
  /** The types of error it speaks of; null: any. */
  readonly types: readonly string[] | null;
  /** Null when the mistake is another one. Sees only errors of its types. */
  readonly match: (seen: SeenError) => Params | null;
  /** Where the mistake is, when that is not the line that the error tells. */
  readonly place?: (seen: SeenError) => Place | null;
}

/** Matches by the message alone; the pattern's named groups are the params (a group that took no part is ''). */
export const says =
  (pattern: RegExp): Rule['match'] =>
  ({ message }) => groupsOf(pattern.exec(message));

/** Matches by the line it happened in alone, in the same way. */
export const stands =
  (pattern: RegExp): Rule['match'] =>
  ({ source }) => groupsOf(pattern.exec(source));

/** Matches when both do; the params of both, the later ones first. */
export const both =
  (...matches: readonly Rule['match'][]): Rule['match'] =>
  (seen) => {
    let all: Params = {};
    for (const match of matches) {
      const params = match(seen);
      if (params === null) return null;
      all = { ...all, ...params };
    }
    return all;
  };

/**
 * The named groups of a match as params; null when there was no match. Two branches of a pattern cannot name their groups
 * alike: `name2` is another place for `name`.
 */
export function groupsOf(found: RegExpExecArray | null): Params | null {
  if (found === null) return null;
  const params: Record<string, string> = {};
  for (const [group, text] of Object.entries<string | undefined>(found.groups ?? {})) {
    const name = group.replace(/\d$/, '');
    params[name] = text ?? params[name] ?? '';
  }
  return params;
}
