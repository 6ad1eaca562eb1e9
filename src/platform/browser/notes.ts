import type { Notes } from '../platform.ts';

/** `localStorage`: it outlived every damage to the database that was tried. Where it is forbidden, nothing is noted. */
export function createBrowserNotes(storage: () => Pick<Storage, 'getItem' | 'setItem'>): Notes {
  return {
    get(key) {
      try {
        return storage().getItem(`hornbook:${key}`);
      } catch {
        return null;
      }
    },
    set(key, text) {
      try {
        storage().setItem(`hornbook:${key}`, text);
      } catch {
        // Full, or forbidden: what is noted only helps to notice a loss.
      }
    },
  };
}
