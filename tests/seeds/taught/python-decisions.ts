import type { Taught } from './taught.ts';

/** Python, first steps: the unit "decisions". */
export const DECISIONS: Taught = {
  '060-comparisons': [
    'boolean',
    ...['<', '<=', '>', '>=', '==', '!=', 'and', 'or', 'not'].map((sign) => `operator:${sign}`),
  ],
  '070-choosing': ['if', 'elif', 'else'],
  '080-ticket-price': ['nested if'],
};
