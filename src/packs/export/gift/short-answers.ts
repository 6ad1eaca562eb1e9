import { literal, patternToWildcards } from '../../import/wildcards.ts';
import { escaped, feedback } from './gift-text.ts';

interface Rules {
  readonly accept: readonly string[];
  readonly patterns: readonly string[];
}
interface Mistake {
  readonly answer: string;
  readonly say: string;
}

/** Right answers first, since Moodle takes the first that fits; null where a pattern is more than `*` can say. */
export function shortAnswers({ accept, patterns }: Rules, mistakes: readonly Mistake[]): string[] | null {
  const wildcards = patterns.map(patternToWildcards);
  if (wildcards.includes(null)) return null;
  const right = [...accept.map(literal), ...wildcards.flatMap((wildcard) => wildcard ?? [])];
  return [
    ...right.map((answer) => `=%100%${escaped(answer)}`),
    ...mistakes.map(({ answer, say }) => `=%0%${escaped(literal(answer))}${feedback(say)}`),
  ];
}
