import { wildcardOf } from '../../import/gift/wildcards.ts';
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
  const wildcards = patterns.map(wildcardFrom);
  if (wildcards.includes(null)) return null;
  const right = [...accept.map(literal), ...wildcards.flatMap((wildcard) => wildcard ?? [])];
  return [
    ...right.map((answer) => `=%100%${escaped(answer)}`),
    ...mistakes.map(({ answer, say }) => `=%0%${escaped(literal(answer))}${feedback(say)}`),
  ];
}

const literal = (answer: string): string => answer.replaceAll('*', String.raw`\*`);

/** The short answer with `*` that a pattern was made of. */
function wildcardFrom(pattern: string): string | null {
  const parts = pattern.split(/(?<!\\)\.\*/).map((part) => part.replaceAll(String.raw`\s+`, ' ').replace(/\\([\\^$.*+?()[\]{}|/])/g, '$1'));
  const wildcard = parts.map(literal).join('*');
  return wildcardOf(wildcard).pattern === pattern ? wildcard : null;
}
