import type { Taught } from './taught.ts';

export const STRUCTURE_2: Taught = {
  '180-classes': ['class', 'class field', 'private field', 'getter', 'static', 'inheritance', 'super', 'operator:instanceof'],
};
