import type { Taught } from './taught.ts';

export const DATA: Taught = {
  '090-maps-sets': [
    ...['new', 'call:Map', 'call:Set', 'call:Object.keys', 'call:Object.entries', 'operator:??'],
    ...['get', 'set', 'has', 'add', 'delete'].map((name) => `method:${name}`),
  ],
  '100-generators': ['generator', 'computed key', 'method shorthand', 'method:next'],
};
