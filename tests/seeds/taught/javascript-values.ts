import type { Taught } from './taught.ts';

export const VALUES_AGAIN: Taught = {
  '010-let-const': ['let', 'const', 'for of'],
  '020-equality': ['undefined', 'operator:==', 'operator:??', 'call:Number', 'call:Number.isNaN'],
  '030-strings': [
    'template',
    ...['trim', 'toUpperCase', 'toLowerCase', 'includes', 'slice', 'split', 'join', 'replaceAll', 'localeCompare'].map((name) => `method:${name}`),
  ],
  '040-destructuring': ['destructuring', 'destructuring default', 'rest', 'spread', 'shorthand property', 'call:Math.max'],
};
