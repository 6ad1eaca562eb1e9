import type { Taught } from './taught.ts';

/** Lists, slices and methods, dictionaries, tuples and sets, and which of them to choose. */
export const COLLECTIONS: Taught = {
  '140-lists': ['list', 'subscript', 'method:append'],
  '150-slices': [
    'slice',
    'operator:in',
    'operator:not in',
    'None',
    'method:sort',
    'method:insert',
    'method:remove',
    'method:pop',
    'method:split',
    'method:join',
  ],
  '160-dicts': ['dict', 'method:get', 'method:items', 'several targets'],
  '170-tuples-sets': ['tuple', 'several targets', 'set', 'call:set', 'call:sorted', 'method:add', 'operator:&', 'operator:|', 'operator:-'],
  '180-choosing-structure': ['call:list'],
};
