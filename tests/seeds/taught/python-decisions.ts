import type { Taught } from './taught.ts';

export const DECISIONS: Taught = {
  '060-comparisons': [
    'boolean',
    ...['<', '<=', '>', '>=', '==', '!=', 'and', 'or', 'not'].map((sign) => `operator:${sign}`),
  ],
};
