import type { Taught } from './taught.ts';

export const STRUCTURE_2: Taught = {
  '180-classes': ['class', 'class field', 'private field', 'getter', 'static', 'inheritance', 'super', 'operator:instanceof'],
  '190-errors-testing': ['call:describe', 'call:test', 'call:expect', 'method:toBe', 'method:toEqual', 'method:toThrow'],
  '200-notes-store': [],
};
