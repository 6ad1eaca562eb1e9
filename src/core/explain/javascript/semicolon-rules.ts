import type { Rule } from '../rule.ts';
import { endsValue, tokensOf } from './tokens.ts';
import type { SeenError } from '../seen-error.ts';

/** The line above, when it goes on into one that begins with a bracket. */
function lineAbove({ lines, place }: SeenError): number | null {
  const tokens = tokensOf(lines);
  const first = tokens.findIndex(({ line }) => line === place?.line);
  const before = tokens[first - 1];
  const startsSo = ['(', '['].includes(tokens[first]?.text ?? '') || tokens[first]?.kind === 'template';
  return startsSo && before !== undefined && endsValue(before) && before.text !== '}' ? before.line : startsSo && isObjectEnd(lines, before?.line) ? (before?.line ?? null) : null;
}

/** `const o = { … }` ends a value, the `}` of a block does not. */
const isObjectEnd = (lines: readonly string[], line: number | undefined): boolean => line !== undefined && /=\s*\{.*\}\s*$/.test(lines[line - 1] ?? '');

/** Where no semicolon ends a line, a bracket at the start of the next one calls or indexes it. */
export const SEMICOLON_RULES: readonly Rule[] = [
  {
    id: 'javascript-semicolon-missing',
    types: ['TypeError', 'ReferenceError'],
    match(seen) {
      const line = /is not a function|^Cannot (?:read|set) properties of|before initialization|is not iterable/.test(seen.message) ? lineAbove(seen) : null;
      const sign = /^\s*(\S)/.exec(seen.source)?.[1] ?? '';
      return line === null ? null : { line, sign };
    },
    place: (seen) => {
      const line = lineAbove(seen);
      return line === null || seen.place === null ? null : { ...seen.place, line };
    },
  },
];
