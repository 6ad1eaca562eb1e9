import { Dexie } from 'dexie';

/** Below and above every key, for the open part of a compound index. */
export const MIN = Dexie.minKey as unknown;
export const MAX = Dexie.maxKey as unknown;

/** All keys of a compound index that begin with these parts, whatever its last part is. */
export const startingWith = (...parts: readonly unknown[]): [unknown[], unknown[]] => [
  [...parts, MIN],
  [...parts, MAX],
];
