import type { Taught } from './taught.ts';

export const FUNCTIONS_2: Taught = {
  '070-higher-order': [
    ...['map', 'filter', 'find', 'some', 'every', 'reduce', 'toSorted'].map((name) => `method:${name}`),
    ...['operator:typeof', 'conditional expression'],
    // In the task that asks for it.
    'call:parseInt',
  ],
  '080-recursion': ['recursion', 'call:Math.max', 'call:Array.isArray', 'method:includes'],
};
