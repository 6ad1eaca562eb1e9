import type { Taught } from './taught.ts';

export const FUNCTIONS: Taught = {
  '190-functions': ['function', 'return', 'None'],
  '200-scope': ['default parameter', 'keyword argument'],
  '210-testing': ['assert', 'call:sum'],
};
