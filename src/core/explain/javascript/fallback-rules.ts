import { says, type Rule } from '../rule.ts';

const any = (id: string, type: string): Rule => ({ id: `javascript-${id}`, types: [type], match: says(/(?<message>[^]*)/) });

/** Each built-in type of error, whatever it says. */
export const FALLBACK_RULES: readonly Rule[] = [
  any('type-error', 'TypeError'),
  any('reference-error', 'ReferenceError'),
  any('range-error', 'RangeError'),
  any('syntax-error', 'SyntaxError'),
  any('plain-error', 'Error'),
];
