import type { Taught } from './taught.ts';

export const DATA: Taught = {
  '090-maps-sets': [
    ...['new', 'call:Map', 'call:Set', 'call:Object.keys', 'call:Object.entries', 'call:Object.values', 'operator:??'],
    ...['get', 'set', 'has', 'add', 'delete'].map((name) => `method:${name}`),
  ],
  '100-generators': ['generator', 'computed key', 'method shorthand', 'method:next'],
  '110-json-dates': [
    ...['call:JSON.stringify', 'call:JSON.parse', 'call:Date', 'call:Date.UTC'],
    ...['getTime', 'toISOString', 'getUTCFullYear', 'getUTCMonth', 'getUTCDate', 'getUTCDay', 'getUTCHours', 'setUTCDate'].map((name) => `method:${name}`),
  ],
  '120-immutability': ['call:structuredClone', 'call:Object.freeze', 'call:Object.isFrozen', ...['with', 'pop', 'sort', 'splice', 'reverse'].map((name) => `method:${name}`)],
};
