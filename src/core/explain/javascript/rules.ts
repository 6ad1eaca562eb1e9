import { says, type Rule } from '../rule.ts';

/** From the most special to the general. */
export const JAVASCRIPT_RULES: readonly Rule[] = [
  { id: 'javascript-name-unknown', types: ['ReferenceError'], match: says(/^(?<name>[\w$]+) is not defined/) },
];
