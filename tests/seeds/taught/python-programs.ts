import type { Taught } from './taught.ts';

/** Files, errors, and a program of several functions. */
export const PROGRAMS: Taught = {
  '220-files': ['with', 'call:open', 'method:write', 'method:read', 'escape'],
  '230-exceptions': ['try', 'raise', 'call:ValueError'],
  '240-expense-report': [],
};
