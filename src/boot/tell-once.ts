import type { JournalFailure } from '../platform/journal/journal-store.ts';
import type { Notes } from '../platform/platform.ts';
import type { DiskTrouble } from './reserve.ts';

/** What stands between a learner's work and its being kept twice. */
export type Trouble = JournalFailure | DiskTrouble;

export interface Teller {
  readonly tell: (trouble: Trouble) => void;
  /** The journal is being kept: should it fail again, that is news. */
  readonly isWell: () => void;
}

const NOTE = 'told';

/**
 * Tells each trouble once: one that lasts, such as a browser that has no place for a journal, once for all its starts;
 * a full disk once in each.
 */
export function tellOnce(notes: Notes, show: (trouble: Trouble) => void): Teller {
  const told = new Set<string>();
  return {
    tell(trouble) {
      const key = trouble.type === 'DiskFull' ? trouble.last : trouble.type;
      if (told.has(key) || notes.get(NOTE) === key) return;
      told.add(key);
      if (trouble.type === 'JournalUnavailable') notes.set(NOTE, key);
      show(trouble);
    },
    isWell() {
      if ((notes.get(NOTE) ?? '') !== '') notes.set(NOTE, '');
    },
  };
}
