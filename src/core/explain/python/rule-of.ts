import type { Rule } from '../rule.ts';

/** Rules of one type of error (or some), short to write down. */
export const rulesOf =
  (...types: readonly string[]) =>
  (id: string, match: Rule['match'], place?: Rule['place']): Rule => ({ id: `python-${id}`, types, match, ...(place === undefined ? {} : { place }) });
